package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;

/** The parameters behind the name of a type: its primary constructor, and the properties of a record. */
final class ComponentReader {
    private static final Set<String> MODIFIERS = Set.of("params", "in", "ref", "final");

    private final Grammar grammar;
    private final Tokens tokens;
    private final Found found;

    ComponentReader(Grammar grammar, Found found) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.found = found;
    }

    void read(TypeKind kind, int name, int open, int owner) {
        if (grammar.csharp()) {
            constructor(name, open, owner);
        }
        int close = tokens.partner(open);
        if (kind == TypeKind.RECORD && close < tokens.size()) {
            int from = open + 1;
            for (int comma : grammar.commas(from, close)) {
                component(from, comma, owner);
                from = comma + 1;
            }
        }
    }

    private void constructor(int name, int open, int owner) {
        Span span = grammar.span(name, grammar.afterBrackets(open));
        found.member(
                owner,
                new MemberHead(
                        grammar.name(name),
                        MemberKind.CONSTRUCTOR,
                        Set.of(),
                        "",
                        List.of(),
                        grammar.syntax().parameters(open),
                        List.of(),
                        span,
                        span,
                        Found.NONE,
                        Found.NONE,
                        false));
    }

    private void component(int from, int to, int owner) {
        Prefix prefix = Prefix.annotations(grammar, from);
        int type = prefix.next();
        while (type < to && MODIFIERS.contains(tokens.word(type))) {
            type++;
        }
        int end = type;
        while (end < to && !tokens.is(end, '=')) {
            end = tokens.next(end);
        }
        int name = Math.min(end, to) - 1;
        if (name <= type || !tokens.isWord(name)) {
            return;
        }
        found.member(
                owner,
                new MemberHead(
                        grammar.name(name),
                        MemberKind.PROPERTY,
                        Set.of(),
                        grammar.syntax().type(type, name),
                        List.of(),
                        List.of(),
                        prefix.annotations(),
                        grammar.span(prefix.start(), to),
                        grammar.span(prefix.head(), name + 1),
                        end < to ? grammar.span(end + 1, to) : Found.NONE,
                        Found.NONE,
                        false));
    }
}

package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;

/** The constants of an enumeration. */
final class ConstantReader {
    private final Grammar grammar;
    private final Tokens tokens;
    private final Found found;

    ConstantReader(Grammar grammar, Found found) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.found = found;
    }

    /** Behind the constants: the end of the body, or Java's semicolon. */
    int read(int from, int end, int owner) {
        int i = from;
        while (i < end && !tokens.is(i, ';')) {
            Prefix prefix = Prefix.annotations(grammar, i);
            if (prefix.next() < end && tokens.isWord(prefix.next())) {
                i = constant(prefix, end, owner);
            } else {
                i = Math.max(i + 1, tokens.next(prefix.next()));
            }
        }
        return Math.min(i + 1, end);
    }

    private int constant(Prefix prefix, int end, int owner) {
        int name = prefix.next();
        Span initializer = Found.NONE;
        int to = name + 1;
        if (tokens.is(to, '=')) {
            to = grammar.expressionEnd(to + 1, end);
            initializer = grammar.span(name + 2, to);
        } else if (tokens.is(to, '(')) {
            to = grammar.afterBrackets(to);
            initializer = grammar.span(name, to);
        }
        Span body = Found.NONE;
        if (tokens.is(to, '{')) {
            body = grammar.within(to);
            to = grammar.afterBrackets(to);
        }
        report(prefix, to, initializer, body, owner);
        while (to < end && !tokens.is(to, ',') && !tokens.is(to, ';')) {
            to = tokens.next(to);
        }
        return tokens.is(to, ',') ? to + 1 : Math.min(to, end);
    }

    private void report(Prefix prefix, int to, Span initializer, Span body, int owner) {
        found.member(
                owner,
                new MemberHead(
                        grammar.name(prefix.next()),
                        MemberKind.ENUM_CONSTANT,
                        Set.of(),
                        "",
                        List.of(),
                        List.of(),
                        prefix.annotations(),
                        grammar.span(prefix.start(), to),
                        grammar.span(prefix.next(), prefix.next() + 1),
                        initializer,
                        body,
                        false));
    }
}

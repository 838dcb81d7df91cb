package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A member of a C# or Java type whose head is being read. */
final class MemberDraft {
    private final Grammar grammar;
    private final Tokens tokens;
    private final Found found;
    final Prefix prefix;
    final Body body;
    String name = "";
    MemberKind kind = MemberKind.FIELD;
    String type = "";
    List<String> typeParameters = List.of();
    List<Parameter> parameters = List.of();
    List<Annotation> annotations;
    Span initializer = Found.NONE;
    Span block = Found.NONE;
    boolean expressionBody;

    MemberDraft(Grammar grammar, Found found, Prefix prefix, Body body) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.found = found;
        this.prefix = prefix;
        this.body = body;
        this.annotations = prefix.annotations();
    }

    void annotate(List<Annotation> more) {
        if (!more.isEmpty()) {
            annotations = new ArrayList<>(annotations);
            annotations.addAll(more);
        }
    }

    void block(int open) {
        block = grammar.within(open);
    }

    /** Ends with the expression behind an arrow. */
    int expression(int arrow) {
        int after = grammar.afterSemicolon(arrow + 1, body.end());
        block = grammar.span(arrow + 1, tokens.is(after - 1, ';') ? after - 1 : after);
        expressionBody = true;
        return done(arrow, after);
    }

    /** Ends with the expression behind an equals sign. */
    int value(int sign) {
        int after = grammar.afterSemicolon(sign + 1, body.end());
        initializer = grammar.span(sign + 1, tokens.is(after - 1, ';') ? after - 1 : after);
        return done(sign, after);
    }

    int done(int headEnd, int after) {
        found.member(
                body.owner(),
                new MemberHead(
                        name,
                        kind,
                        Set.copyOf(prefix.modifiers()),
                        type,
                        typeParameters,
                        parameters,
                        annotations,
                        grammar.span(prefix.start(), after),
                        grammar.span(prefix.head(), headEnd),
                        initializer,
                        block,
                        expressionBody));
        return after;
    }
}

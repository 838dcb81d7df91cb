package io.digitalworker.facts.declaration;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Annotation;
import io.digitalworker.facts.syntax.Parameter;
import io.digitalworker.facts.syntax.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes a function of TypeScript or JavaScript, wherever its name stands.
 *
 * @param name its own, which a function as a value seldom has; empty if none
 * @param async whether so marked before the parameters of an arrow or the word {@code function}
 * @param head token behind parameters, return type and arrow
 * @param end token behind its body
 */
record ScriptFunction(
        String name,
        boolean async,
        List<String> typeParameters,
        List<Parameter> parameters,
        String type,
        int head,
        int end,
        Span body,
        boolean expression) {

    /** The function that a value is; null if the value is something else. */
    static @Nullable ScriptFunction value(ScriptTokens script, int from) {
        Tokens tokens = script.tokens();
        boolean marked = tokens.is(from, "async") && !tokens.isArrow(from + 1);
        int i = marked ? from + 1 : from;
        if (tokens.is(i, "function")) {
            int name = tokens.is(i + 1, '*') ? i + 2 : i + 1;
            boolean named = tokens.isWord(name);
            ScriptFunction found = signature(script, named ? name + 1 : name);
            boolean called = found != null && tokens.is(found.end(), '(');
            return found == null || called
                    ? null
                    : found.named(named ? tokens.word(name) : "", marked);
        }
        ScriptFunction arrow = arrow(script, i);
        return arrow == null ? null : arrow.named("", marked);
    }

    private static @Nullable ScriptFunction arrow(ScriptTokens script, int from) {
        Tokens tokens = script.tokens();
        if (tokens.isWord(from) && tokens.isArrow(from + 1)) {
            Parameter only = new Parameter(tokens.word(from), "", List.of(), null);
            return arrowBody(script, from + 1, List.of(), List.of(only), "");
        }
        int open = tokens.is(from, '<') ? script.anglesEnd(from) : from;
        if (!tokens.is(open, '(')) {
            return null;
        }
        int close = tokens.next(open);
        int arrow = tokens.is(close, ':') ? script.typeEnd(close + 1) : close;
        if (!tokens.isArrow(arrow)) {
            return null;
        }
        String type = arrow > close ? script.syntax().type(close + 1, arrow) : "";
        return arrowBody(
                script, arrow, script.typeParameters(from), script.syntax().parameters(open), type);
    }

    private static ScriptFunction arrowBody(
            ScriptTokens script,
            int arrow,
            List<String> typeParameters,
            List<Parameter> parameters,
            String type) {
        int body = arrow + 1;
        boolean block = script.tokens().is(body, '{');
        int end = block ? script.tokens().next(body) : script.expressionEnd(body);
        Span span = block ? script.inside(body) : script.span(body, end);
        return new ScriptFunction(
                "", false, typeParameters, parameters, type, body, end, span, !block);
    }

    /** From the type parameters or the bracket behind a name; null if there is neither. */
    static @Nullable ScriptFunction signature(ScriptTokens script, int from) {
        Tokens tokens = script.tokens();
        int open = tokens.is(from, '<') ? script.anglesEnd(from) : from;
        if (!tokens.is(open, '(')) {
            return null;
        }
        int close = tokens.next(open);
        int body = tokens.is(close, ':') ? script.typeEnd(close + 1) : close;
        boolean block = tokens.is(body, '{');
        return new ScriptFunction(
                "",
                false,
                script.typeParameters(from),
                script.syntax().parameters(open),
                body > close ? script.syntax().type(close + 1, body) : "",
                body,
                block ? tokens.next(body) : body,
                block ? script.inside(body) : Found.NONE,
                false);
    }

    private ScriptFunction named(String its, boolean marked) {
        return new ScriptFunction(
                its, marked, typeParameters, parameters, type, head, end, body, expression);
    }

    /** As a member; the end is given by who knows what follows. */
    MemberHead member(
            String as,
            MemberKind kind,
            Set<String> modifiers,
            List<Annotation> annotations,
            Span span,
            Span signature) {
        return new MemberHead(
                as,
                kind,
                modifiers,
                type,
                typeParameters,
                parameters,
                annotations,
                span,
                signature,
                Found.NONE,
                body,
                expression);
    }
}

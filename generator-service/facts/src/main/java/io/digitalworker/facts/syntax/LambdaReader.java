package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Lambda;
import java.util.List;

/** Functions without a name of their own, in the forms of the dialects. */
final class LambdaReader {
    private final ExpressionReader reader;
    private final Tokens tokens;
    private final Syntax syntax;
    private final Dialect dialect;
    private final PrimaryReader primaries;

    LambdaReader(ExpressionReader reader, PrimaryReader primaries) {
        this.reader = reader;
        this.tokens = reader.tokens;
        this.syntax = reader.syntax;
        this.dialect = reader.dialect;
        this.primaries = primaries;
    }

    Expression async() {
        int next = reader.at + 1;
        boolean lambda =
                tokens.is(next, '(')
                        || tokens.is(next, '<')
                        || tokens.is(next, "function")
                        || tokens.is(next, "delegate")
                        || tokens.isArrow(next + 1);
        if (!lambda) {
            return primaries.named();
        }
        reader.at++;
        Expression value = reader.nested(primaries::read);
        return value instanceof Lambda ? value : called(next - 1, value);
    }

    /** {@code async(…)} is a call where no arrow follows. */
    private Expression called(int word, Expression otherwise) {
        return tokens.is(word + 1, '(')
                ? new Call(
                        reader.name(word),
                        List.of(),
                        syntax.arguments(word + 1, reader.depth() + 1),
                        reader.since(word))
                : otherwise;
    }

    Expression function() {
        int start = reader.at;
        int i = start + 1;
        i += tokens.is(i, '*') ? 1 : 0;
        i += tokens.isWord(i) ? 1 : 0;
        if (tokens.is(i, '<')) {
            int close = TypeReader.anglesEnd(tokens, i, reader.end);
            i = close > 0 ? close + 1 : i;
        }
        if (!tokens.is(i, '(')) {
            return primaries.named();
        }
        int body = i;
        body = tokens.next(body);
        while (body < reader.end && body < i + 200 && !tokens.is(body, '{')) {
            body = tokens.next(body);
        }
        return block(start, i, body);
    }

    private Expression block(int start, int parameters, int body) {
        if (!tokens.is(body, '{')) {
            return reader.opaque(start, Math.min(reader.end, tokens.next(parameters)));
        }
        reader.at = Math.min(reader.end, tokens.next(body));
        return new Lambda(
                List.of(),
                syntax.parameters(parameters, reader.depth() + 1),
                true,
                syntax.inside(body),
                reader.since(start));
    }

    Expression delegate() {
        int start = reader.at;
        int next = start + 1;
        if (tokens.is(start, "static") && (tokens.is(next, '(') || tokens.is(next, "async"))) {
            reader.at++;
            return reader.nested(primaries::read);
        }
        if (tokens.is(start, "delegate") && tokens.is(next, '(')) {
            return block(start, next, tokens.next(next));
        }
        if (tokens.is(start, "delegate") && tokens.is(next, '{')) {
            reader.at = Math.min(reader.end, tokens.next(next));
            return new Lambda(List.of(), List.of(), true, syntax.inside(next), reader.since(start));
        }
        return primaries.named();
    }

    Expression pythonLambda() {
        int start = reader.at;
        int colon = start + 1;
        while (colon < reader.end && !tokens.is(colon, ':') && colon < start + 200) {
            colon = tokens.next(colon);
        }
        List<Parameter> parameters = syntax.parameters(start + 1, colon, reader.depth() + 1);
        reader.at = Math.min(reader.end, colon + 1);
        Expression body = reader.read();
        return new Lambda(List.of(), parameters, false, body.span(), reader.since(start));
    }

    /** The arrow of a lambda whose parameters end before {@code after}; -1 if it is none. */
    int arrowAfter(int after) {
        if (dialect == Dialect.PYTHON || dialect == Dialect.PHP || after >= reader.end) {
            return -1;
        }
        if (tokens.isArrow(after)) {
            return after;
        }
        if (dialect != Dialect.SCRIPT || !tokens.is(after, ':')) {
            return -1;
        }
        int i = after + 1;
        int limit = Math.min(reader.end, after + 40);
        while (i < limit && !tokens.isArrow(i) && !ends(i)) {
            i = tokens.next(i);
        }
        return i < limit && tokens.isArrow(i) ? i : -1;
    }

    private boolean ends(int i) {
        return tokens.is(i, ';')
                || tokens.is(i, ',')
                || tokens.is(i, '=')
                || tokens.is(i, '?')
                || tokens.is(i, ':')
                || tokens.isString(i);
    }

    /** A lambda of C# with attributes. */
    Expression annotated(int open, int after) {
        List<Annotation> annotations = syntax.annotations(open, after);
        reader.at = after;
        Expression value = reader.nested(primaries::read);
        return value instanceof Lambda lambda
                ? new Lambda(
                        annotations,
                        lambda.parameters(),
                        lambda.block(),
                        lambda.body(),
                        reader.since(open))
                : value;
    }

    Parameter parameter(int word) {
        return new Parameter(tokens.word(word), "", List.of(), null);
    }

    /** A lambda whose arrow stands behind {@code last}. */
    Expression arrow(int start, int last, List<Parameter> parameters) {
        int arrow = tokens.isArrow(last) ? last : last + 1;
        int body = arrow + 1;
        if (tokens.is(body, '{')) {
            reader.at = Math.min(reader.end, tokens.next(body));
            return new Lambda(
                    List.of(), parameters, true, syntax.inside(body), reader.since(start));
        }
        reader.at = Math.min(reader.end, body);
        Expression value = reader.read();
        return new Lambda(List.of(), parameters, false, value.span(), reader.since(start));
    }
}

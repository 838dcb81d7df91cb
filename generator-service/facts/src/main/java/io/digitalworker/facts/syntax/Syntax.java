package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.util.List;

/**
 * Reads expressions, statements, annotations, parameters and types among the tokens of a file. Places
 * are numbers of tokens, ends exclusive. Any tokens are answered; nesting beyond a limit is {@link
 * Expression.Opaque}.
 */
public final class Syntax {
    private final Dialect dialect;
    private final Tokens tokens;

    public Syntax(Dialect dialect, Tokens tokens) {
        this.dialect = dialect;
        this.tokens = tokens;
    }

    /** The expression from a token to another. */
    public Expression expression(int from, int to) {
        return new Expression.Opaque(span(from, to));
    }

    /** The arguments within the brackets that a token opens. */
    public List<Argument> arguments(int open) {
        return List.of();
    }

    /** The parameters within the round brackets that a token opens, with their annotations. */
    public List<Parameter> parameters(int open) {
        return List.of();
    }

    /** C#'s {@code [A, B(1)]}, Java's and TypeScript's {@code @A(1)}, Python's decorators. */
    public List<Annotation> annotations(int from, int to) {
        return List.of();
    }

    /** A type as written, without white space except between words. */
    public String type(int from, int to) {
        return "";
    }

    /** The statements from a token to another, nested blocks flattened. */
    public List<Statement> statements(int from, int to) {
        return List.of();
    }

    /** The text from the start of a token to the end of the one before {@code to}. */
    public Span span(int from, int to) {
        int start = tokens.start(from);
        return new Span(start, to > from ? Math.max(start, tokens.end(to - 1)) : start);
    }

    Dialect dialect() {
        return dialect;
    }
}

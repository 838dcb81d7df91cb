package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads expressions, statements, annotations, parameters and types among the tokens of a file. Places
 * are numbers of tokens, ends exclusive. Any tokens are answered; nesting beyond a limit is {@link
 * Expression.Opaque}.
 */
public final class Syntax {
    private static final Set<String> TARGETS =
            Set.of(
                    "assembly",
                    "module",
                    "return",
                    "param",
                    "property",
                    "field",
                    "method",
                    "type",
                    "event");
    private static final Set<String> PASSING = Set.of("out", "ref", "in");

    private final Dialect dialect;
    private final Tokens tokens;

    public Syntax(Dialect dialect, Tokens tokens) {
        this.dialect = dialect;
        this.tokens = tokens;
    }

    Dialect dialect() {
        return dialect;
    }

    Tokens tokens() {
        return tokens;
    }

    /** The text from the start of a token to the end of the one before {@code to}. */
    public Span span(int from, int to) {
        int start = tokens.start(from);
        return new Span(start, to > from ? Math.max(start, tokens.end(to - 1)) : start);
    }

    /** The text within the brackets that a token opens, white space at its ends apart. */
    public Span inside(int open) {
        int close = Math.min(tokens.size(), tokens.partner(open));
        return close > open + 1
                ? span(open + 1, close)
                : new Span(tokens.end(open), tokens.end(open));
    }

    /** The expression from a token to another. */
    public Expression expression(int from, int to) {
        return new ExpressionReader(this, from, to, false, 0).read();
    }

    /** The arguments within the brackets that a token opens. */
    public List<Argument> arguments(int open) {
        return arguments(open, 0);
    }

    List<Argument> arguments(int open, int depth) {
        List<Argument> arguments = new ArrayList<>();
        int close = Math.min(tokens.size(), tokens.partner(open));
        ExpressionReader reader = new ExpressionReader(this, open + 1, close, false, depth);
        while (reader.at < reader.end) {
            arguments.add(argument(reader));
        }
        return arguments;
    }

    private Argument argument(ExpressionReader reader) {
        String spread = spread(reader);
        if (!spread.isEmpty()) {
            return new Argument(spread, reader.item());
        }
        int at = reader.at;
        boolean colon =
                (dialect == Dialect.CSHARP || dialect == Dialect.PHP)
                        && tokens.is(at + 1, ':')
                        && !tokens.is(at + 2, ':');
        boolean equals =
                dialect != Dialect.SCRIPT
                        && dialect != Dialect.PHP
                        && tokens.is(at + 1, '=')
                        && !(tokens.is(at + 2, '=') && tokens.start(at + 2) == tokens.end(at + 1));
        if (tokens.isWord(at) && (colon || equals) && at + 2 <= reader.end) {
            reader.at += 2;
            String name = tokens.word(at);
            return new Argument(name.startsWith("@") ? name.substring(1) : name, reader.item());
        }
        passing(reader);
        return new Argument(null, reader.item());
    }

    private String spread(ExpressionReader reader) {
        String symbols = reader.adjacent(3);
        if (dialect == Dialect.PYTHON && symbols.startsWith("*")) {
            int stars = symbols.startsWith("**") ? 2 : 1;
            reader.at += stars;
            return "*".repeat(stars);
        }
        if (symbols.equals("...")) {
            reader.at += 3;
            return symbols;
        }
        return "";
    }

    /** C#'s {@code out var x}: only the name is handed over. */
    private void passing(ExpressionReader reader) {
        if (dialect != Dialect.CSHARP || !PASSING.contains(tokens.word(reader.at))) {
            return;
        }
        reader.at++;
        int comma = reader.comma(reader.at);
        if (comma - reader.at > 1 && tokens.isWord(comma - 1) && tokens.isWord(reader.at)) {
            boolean declared = tokens.isWord(comma - 2) || tokens.is(comma - 2, '>');
            reader.at = declared || tokens.is(comma - 2, '?') ? comma - 1 : reader.at;
        }
    }

    /** The parameters within the round brackets that a token opens, with their annotations. */
    public List<Parameter> parameters(int open) {
        return parameters(open, 0);
    }

    List<Parameter> parameters(int open, int depth) {
        return parameters(open + 1, Math.min(tokens.size(), tokens.partner(open)), depth);
    }

    List<Parameter> parameters(int from, int to, int depth) {
        return new ParameterReader(this, depth).read(from, Math.min(to, tokens.size()));
    }

    /** C#'s {@code [A, B(1)]}, Java's and TypeScript's {@code @A(1)}, Python's decorators. */
    public List<Annotation> annotations(int from, int to) {
        List<Annotation> annotations = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (tokens.is(i, '[') && dialect == Dialect.CSHARP) {
                attributes(i, annotations);
                i = tokens.next(i);
            } else if (tokens.is(i, '@') && tokens.isWord(i + 1)) {
                i = annotation(i, i + 1, annotations);
            } else {
                i = tokens.next(i);
            }
        }
        return annotations;
    }

    private void attributes(int open, List<Annotation> out) {
        int close = Math.min(tokens.size(), tokens.partner(open));
        int i = open + 1;
        if (tokens.is(i + 1, ':') && TARGETS.contains(tokens.word(i))) {
            i += 2;
        }
        while (i < close) {
            i = tokens.isWord(i) ? annotation(i, i, out) : tokens.next(i);
        }
    }

    /** Reads the annotation whose name begins at a token; what stands behind it. */
    private int annotation(int start, int name, List<Annotation> out) {
        int i = name + 1;
        while (tokens.is(i, '.') && tokens.isWord(i + 1)) {
            i += 2;
        }
        int angles = tokens.is(i, '<') ? TypeReader.anglesEnd(tokens, i, tokens.size()) : -1;
        int nameEnd = i;
        i = angles > 0 ? angles + 1 : i;
        boolean arguments = tokens.is(i, '(');
        List<Argument> given = arguments ? arguments(i) : List.of();
        int end = arguments ? Math.min(tokens.size(), tokens.next(i)) : i;
        out.add(new Annotation(type(name, nameEnd), given, span(start, end)));
        return end;
    }

    /** A type as written, without white space except between words. */
    public String type(int from, int to) {
        StringBuilder type = new StringBuilder();
        for (int i = from; i < Math.min(to, tokens.size()); i++) {
            boolean words = i > from && wordlike(i) && wordlike(i - 1);
            type.append(words ? " " : "").append(tokens.word(i));
        }
        return type.toString();
    }

    private boolean wordlike(int token) {
        return tokens.isWord(token) || tokens.isNumber(token);
    }

    /** The statements from a token to another, nested blocks flattened. */
    public List<Statement> statements(int from, int to) {
        return dialect == Dialect.PYTHON
                ? new IndentedStatements(this).read(from, to)
                : new BracedStatements(this).read(from, to);
    }
}

package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Mapping;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Numeral;
import io.digitalworker.facts.syntax.Expression.Opaque;
import io.digitalworker.facts.syntax.Expression.Sequence;
import io.digitalworker.facts.syntax.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an expression is built from: literals, names, what stands in brackets, lambdas. */
final class PrimaryReader {
    private static final Set<String> PRIMITIVES =
            Set.of(
                    "int", "long", "short", "byte", "char", "float", "double", "decimal", "string",
                    "bool", "boolean", "object", "uint", "ulong", "ushort", "sbyte");
    private static final Set<String> OF_TYPE = Set.of("typeof", "nameof", "sizeof");

    private final ExpressionReader reader;
    private final Tokens tokens;
    private final Syntax syntax;
    private final Dialect dialect;
    private final LambdaReader lambdas;

    PrimaryReader(ExpressionReader reader) {
        this.reader = reader;
        this.tokens = reader.tokens;
        this.syntax = reader.syntax;
        this.dialect = reader.dialect;
        this.lambdas = new LambdaReader(reader, this);
    }

    Expression read() {
        int at = reader.at;
        if (tokens.isString(at) || stringPrefix(at)) {
            return strings();
        }
        if (tokens.isNumber(at)) {
            return number();
        }
        if (tokens.isWord(at)) {
            return word();
        }
        if (tokens.is(at, '(')) {
            return round();
        }
        if (tokens.is(at, '[')) {
            return square();
        }
        if (tokens.is(at, '{')) {
            return curly();
        }
        return symbol();
    }

    private Expression symbol() {
        int at = reader.at;
        if (tokens.is(at, '<') && dialect == Dialect.SCRIPT) {
            return angled();
        }
        if (tokens.is(at, '@') && dialect == Dialect.JAVA && tokens.isWord(at + 1)) {
            reader.at++;
            return word();
        }
        return reader.opaque(at, at);
    }

    // ---- strings and numbers

    private boolean stringPrefix(int at) {
        return dialect == Dialect.PYTHON
                && tokens.isWord(at)
                && tokens.isString(at + 1)
                && tokens.start(at + 1) == tokens.end(at)
                && tokens.end(at) - tokens.start(at) <= 2;
    }

    /** A string; in Python all that stand side by side. */
    private Expression strings() {
        int start = reader.at;
        Expression first = string();
        if (dialect != Dialect.PYTHON) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (reader.more() && (tokens.isString(reader.at) || stringPrefix(reader.at))) {
            parts.add(string());
        }
        return parts.size() == 1 ? first : joined(parts, reader.since(start));
    }

    private static Expression joined(List<Expression> parts, Span span) {
        StringBuilder text = new StringBuilder();
        for (Expression part : parts) {
            if (!(part instanceof Text plain)) {
                return new Expression.Template(parts, span);
            }
            text.append(plain.value());
        }
        return new Text(text.toString(), span);
    }

    Expression string() {
        int start = reader.at;
        reader.at += tokens.isWord(start) ? 2 : 1;
        return new StringLiteral(tokens.text(), reader.since(start), this::hole).read(dialect);
    }

    private Expression hole(int from, int to) {
        if (reader.depth() > ExpressionReader.MAX_DEPTH / 4) {
            return new Opaque(new Span(from, Math.max(from, to)));
        }
        Tokens inner = dialect.profile().tokens(tokens.text(), from, to);
        Syntax within = new Syntax(dialect, inner);
        return inner.size() == 0
                ? new Opaque(new Span(from, Math.max(from, to)))
                : new ExpressionReader(within, 0, inner.size(), false, reader.depth() * 4 + 4)
                        .read();
    }

    private Expression number() {
        int start = reader.at;
        reader.at++;
        if (tokens.is(reader.at, '.') && tokens.isNumber(reader.at + 1)) {
            reader.at += 2;
        }
        Span span = reader.since(start);
        return new Numeral(tokens.text().substring(span.start(), span.end()), span);
    }

    // ---- words

    private Expression word() {
        int start = reader.at;
        String word = tokens.word(start);
        if (tokens.isArrow(start + 1) && dialect != Dialect.PHP && dialect != Dialect.PYTHON) {
            return lambdas.arrow(start, start, List.of(lambdas.parameter(start)));
        }
        if (dialect == Dialect.PYTHON) {
            return word.equals("lambda") ? lambdas.pythonLambda() : named();
        }
        return switch (word) {
            case "new" -> new CreateReader(reader, this).read();
            case "async" -> lambdas.async();
            case "function", "fun" -> lambdas.function();
            case "class" -> dialect == Dialect.SCRIPT ? classExpression() : named();
            case "delegate", "static" -> lambdas.delegate();
            case "switch" -> choice();
            default ->
                    OF_TYPE.contains(word) && tokens.is(start + 1, '(') && dialect == Dialect.CSHARP
                            ? ofType()
                            : named();
        };
    }

    Expression named() {
        return reader.name(reader.at++);
    }

    private Expression ofType() {
        int open = reader.at + 1;
        Expression function = named();
        reader.at = Math.min(reader.end, tokens.next(open));
        int close = Math.max(open + 1, reader.at - 1);
        Name type = new Name(syntax.type(open + 1, close), syntax.span(open + 1, close));
        return new Call(
                function,
                List.of(),
                List.of(new Argument(null, type)),
                function.span().to(reader.since(open)));
    }

    private Expression choice() {
        int open = reader.at + 1;
        if (!tokens.is(open, '(') || !tokens.is(tokens.next(open), '{')) {
            return named();
        }
        return reader.opaque(reader.at, Math.min(reader.end, tokens.next(tokens.next(open))));
    }

    private Expression classExpression() {
        int start = reader.at;
        int i = start + 1;
        while (i < reader.end && i < start + 200 && !tokens.is(i, '{')) {
            i = tokens.next(i);
        }
        return tokens.is(i, '{') ? reader.opaque(start, tokens.next(i)) : named();
    }

    // ---- brackets

    private Expression round() {
        int open = reader.at;
        int after = tokens.next(open);
        int arrow = lambdas.arrowAfter(after);
        if (arrow > 0) {
            return lambdas.arrow(open, arrow - 1, syntax.parameters(open, reader.depth() + 1));
        }
        if (cast(open, after)) {
            reader.at = after;
            return reader.nested(this::read);
        }
        int close = Math.min(reader.end, after) - 1;
        List<Expression> items = reader.list(open + 1, close);
        boolean tuple = items.size() != 1 || tokens.is(close - 1, ',');
        reader.at = Math.min(reader.end, after);
        return tuple ? new Sequence(items, reader.since(open)) : items.get(0);
    }

    private boolean cast(int open, int after) {
        if (dialect != Dialect.CSHARP && dialect != Dialect.JAVA) {
            return false;
        }
        int size = after - open - 2;
        if (size < 1 || size > 30 || after >= reader.end || !typeWithin(open + 1, after - 1)) {
            return false;
        }
        if (size == 1 && PRIMITIVES.contains(tokens.word(open + 1))) {
            return true;
        }
        boolean word =
                tokens.isWord(after)
                        && Operators.at(dialect, tokens, after, reader.end).isEmpty()
                        && !tokens.is(after, "switch")
                        && !tokens.is(after, "with");
        boolean upper = Character.isUpperCase(tokens.word(open + 1).charAt(0));
        return word
                || tokens.isString(after)
                || tokens.isNumber(after)
                || (upper && tokens.is(after, '('));
    }

    private boolean typeWithin(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean fits =
                    tokens.isWord(i)
                            || tokens.is(i, '.')
                            || tokens.is(i, '<')
                            || tokens.is(i, '>')
                            || tokens.is(i, '?')
                            || tokens.is(i, ',')
                            || tokens.is(i, '&')
                            || (tokens.is(i, '[') && tokens.is(i + 1, ']'))
                            || tokens.is(i, ']');
            if (!fits) {
                return false;
            }
        }
        return tokens.isWord(from);
    }

    private Expression square() {
        int open = reader.at;
        int after = tokens.next(open);
        if (dialect == Dialect.CSHARP && (tokens.is(after, '(') || tokens.is(after, "async"))) {
            return lambdas.annotated(open, after);
        }
        int close = Math.min(reader.end, after) - 1;
        List<Expression> items = reader.list(open + 1, close);
        reader.at = Math.min(reader.end, after);
        return new Sequence(items, reader.since(open));
    }

    private Expression curly() {
        int open = reader.at;
        int after = Math.min(reader.end, tokens.next(open));
        if (dialect == Dialect.CSHARP) {
            List<Argument> initializer = syntax.arguments(open, reader.depth() + 1);
            reader.at = after;
            return new Create("", List.of(), initializer, reader.since(open));
        }
        if (dialect == Dialect.JAVA || dialect == Dialect.KOTLIN) {
            List<Expression> items = reader.list(open + 1, after - 1);
            reader.at = after;
            return new Sequence(items, reader.since(open));
        }
        MappingReader mapping = new MappingReader(reader.within(open + 1, after - 1));
        List<Entry> entries = mapping.entries();
        reader.at = after;
        return mapping.set()
                ? new Sequence(entries.stream().map(Entry::value).toList(), reader.since(open))
                : new Mapping(entries, reader.since(open));
    }

    private Expression angled() {
        int start = reader.at;
        int close = TypeReader.anglesEnd(tokens, start, reader.end);
        if (close > 0 && tokens.is(close + 1, '(')) {
            int arrow = lambdas.arrowAfter(tokens.next(close + 1));
            if (arrow > 0) {
                return lambdas.arrow(
                        start, arrow - 1, syntax.parameters(close + 1, reader.depth() + 1));
            }
        }
        return new ElementReader(reader).read();
    }
}

package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Create;
import io.digitalworker.facts.syntax.Expression.Entry;
import io.digitalworker.facts.syntax.Expression.Lambda;
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

    PrimaryReader(ExpressionReader reader) {
        this.reader = reader;
        this.tokens = reader.tokens;
        this.syntax = reader.syntax;
        this.dialect = reader.dialect;
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
            return arrow(start, start, List.of(parameter(start)));
        }
        if (dialect == Dialect.PYTHON) {
            return word.equals("lambda") ? pythonLambda() : named();
        }
        return switch (word) {
            case "new" -> create();
            case "async" -> async();
            case "function", "fun" -> function();
            case "class" -> dialect == Dialect.SCRIPT ? classExpression() : named();
            case "delegate", "static" -> delegate();
            case "switch" -> choice();
            default ->
                    OF_TYPE.contains(word) && tokens.is(start + 1, '(') && dialect == Dialect.CSHARP
                            ? ofType()
                            : named();
        };
    }

    private Expression named() {
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

    private Expression async() {
        int next = reader.at + 1;
        boolean lambda =
                tokens.is(next, '(')
                        || tokens.is(next, '<')
                        || tokens.is(next, "function")
                        || tokens.is(next, "delegate")
                        || tokens.isArrow(next + 1);
        if (!lambda) {
            return named();
        }
        reader.at++;
        Expression value = reader.nested(this::read);
        return value instanceof Lambda ? value : named(next - 1, value);
    }

    /** {@code async(…)} is a call where no arrow follows. */
    private Expression named(int word, Expression otherwise) {
        return tokens.is(word + 1, '(')
                ? new Call(
                        reader.name(word),
                        List.of(),
                        syntax.arguments(word + 1, reader.depth() + 1),
                        reader.since(word))
                : otherwise;
    }

    private Expression function() {
        int start = reader.at;
        int i = start + 1;
        i += tokens.is(i, '*') ? 1 : 0;
        i += tokens.isWord(i) ? 1 : 0;
        if (tokens.is(i, '<')) {
            int close = TypeReader.anglesEnd(tokens, i, reader.end);
            i = close > 0 ? close + 1 : i;
        }
        if (!tokens.is(i, '(')) {
            return named();
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

    private Expression delegate() {
        int start = reader.at;
        int next = start + 1;
        if (tokens.is(start, "static") && (tokens.is(next, '(') || tokens.is(next, "async"))) {
            reader.at++;
            return reader.nested(this::read);
        }
        if (tokens.is(start, "delegate") && tokens.is(next, '(')) {
            return block(start, next, tokens.next(next));
        }
        if (tokens.is(start, "delegate") && tokens.is(next, '{')) {
            reader.at = Math.min(reader.end, tokens.next(next));
            return new Lambda(List.of(), List.of(), true, syntax.inside(next), reader.since(start));
        }
        return named();
    }

    private Expression pythonLambda() {
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

    private Expression classExpression() {
        int start = reader.at;
        int i = start + 1;
        while (i < reader.end && i < start + 200 && !tokens.is(i, '{')) {
            i = tokens.next(i);
        }
        return tokens.is(i, '{') ? reader.opaque(start, tokens.next(i)) : named();
    }

    private Expression create() {
        int start = reader.at;
        reader.at++;
        int type = reader.at;
        while (tokens.is(reader.at, '@')) {
            reader.at += 2;
        }
        if (!tokens.is(type, '{')) {
            TypeReader.skip(reader);
        }
        if (reader.at == type && tokens.is(type, '[')) {
            reader.at = Math.min(reader.end, tokens.next(type));
        }
        if (type == reader.at && !tokens.is(type, '(') && !tokens.is(type, '{')) {
            reader.at = start;
            return named();
        }
        String written = tokens.is(type, '(') && sized(type) ? "" : syntax.type(type, reader.at);
        if (written.isEmpty()) {
            reader.at = type;
        }
        return created(start, written);
    }

    /** Whether {@code new (} goes on with arguments, not with a tuple type. */
    private boolean sized(int open) {
        return !tokens.is(tokens.next(open), '[');
    }

    private Expression created(int start, String type) {
        List<Argument> arguments = List.of();
        if (tokens.is(reader.at, '(')) {
            arguments = syntax.arguments(reader.at, reader.depth() + 1);
            reader.at = Math.min(reader.end, tokens.next(reader.at));
        }
        while (tokens.is(reader.at, '[') && dialect != Dialect.SCRIPT) {
            reader.at = Math.min(reader.end, tokens.next(reader.at));
        }
        List<Argument> initializer = List.of();
        if (tokens.is(reader.at, '{') && dialect != Dialect.SCRIPT) {
            boolean body = dialect == Dialect.JAVA && !type.endsWith("]");
            initializer = body ? List.of() : syntax.arguments(reader.at, reader.depth() + 1);
            reader.at = Math.min(reader.end, tokens.next(reader.at));
        }
        return new Create(type, arguments, initializer, reader.since(start));
    }

    // ---- brackets

    private Expression round() {
        int open = reader.at;
        int after = tokens.next(open);
        int arrow = arrowAfter(after);
        if (arrow > 0) {
            return arrow(open, arrow - 1, syntax.parameters(open, reader.depth() + 1));
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

    /** The arrow of a lambda whose parameters end before {@code after}; -1 if it is none. */
    private int arrowAfter(int after) {
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
            return annotated(open, after);
        }
        int close = Math.min(reader.end, after) - 1;
        List<Expression> items = reader.list(open + 1, close);
        reader.at = Math.min(reader.end, after);
        return new Sequence(items, reader.since(open));
    }

    /** A lambda of C# with attributes. */
    private Expression annotated(int open, int after) {
        List<Annotation> annotations = syntax.annotations(open, after);
        reader.at = after;
        Expression value = reader.nested(this::read);
        return value instanceof Lambda lambda
                ? new Lambda(
                        annotations,
                        lambda.parameters(),
                        lambda.block(),
                        lambda.body(),
                        reader.since(open))
                : value;
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
            int arrow = arrowAfter(tokens.next(close + 1));
            if (arrow > 0) {
                return arrow(start, arrow - 1, syntax.parameters(close + 1, reader.depth() + 1));
            }
        }
        return new ElementReader(reader).read();
    }

    // ---- lambdas

    private Parameter parameter(int word) {
        return new Parameter(tokens.word(word), "", List.of(), null);
    }

    /** A lambda whose arrow stands behind {@code last}. */
    private Expression arrow(int start, int last, List<Parameter> parameters) {
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

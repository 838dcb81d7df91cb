package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Binary;
import io.digitalworker.facts.syntax.Expression.Call;
import io.digitalworker.facts.syntax.Expression.Conditional;
import io.digitalworker.facts.syntax.Expression.Index;
import io.digitalworker.facts.syntax.Expression.Name;
import io.digitalworker.facts.syntax.Expression.Opaque;
import io.digitalworker.facts.syntax.Expression.Select;
import io.digitalworker.facts.syntax.Expression.Unary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads one expression after the other by operator precedence. Goes forward only: each token is read
 * once, but for a bounded look ahead at brackets and type arguments.
 */
final class ExpressionReader {
    /** Deeper nesting is opaque: the reader calls itself for each level. */
    static final int MAX_DEPTH = 150;

    /** So many operators or selectors one after the other are read; what is before is opaque then. */
    private static final int MAX_CHAIN = 500;

    /** How strongly Python's {@code not} binds. */
    private static final int NOT = 6;

    final Dialect dialect;
    final Tokens tokens;
    final Syntax syntax;
    private final PrimaryReader primaries;

    /** The next token, and the first one not to read. */
    int at;

    int end;

    /** Whether a line end may end the expression: not within brackets. */
    boolean lines;

    private int depth;

    ExpressionReader(Syntax syntax, int from, int to, boolean lines, int depth) {
        this.syntax = syntax;
        this.dialect = syntax.dialect();
        this.tokens = syntax.tokens();
        this.at = from;
        this.end = Math.min(to, tokens.size());
        this.lines = lines;
        this.depth = depth;
        this.primaries = new PrimaryReader(this);
    }

    /** A reader for what stands within the brackets of this one's expression. */
    ExpressionReader within(int from, int to) {
        return new ExpressionReader(syntax, from, to, false, depth + 1);
    }

    /** Reads from here on as far as it is one expression; moves on by at least one token. */
    Expression read() {
        if (depth > MAX_DEPTH) {
            return opaque(at, end);
        }
        int start = at;
        Expression expression = binary(Operators.ASSIGNMENT);
        if (at == start) {
            at = Math.min(end, tokens.next(at));
            return opaque(start, at);
        }
        return expression;
    }

    Expression opaque(int from, int to) {
        at = Math.max(at, to);
        return new Opaque(syntax.span(from, to));
    }

    /** Reads something one level deeper. */
    Expression nested(Supplier<Expression> inner) {
        if (depth > MAX_DEPTH) {
            return opaque(at, end);
        }
        depth++;
        Expression value = inner.get();
        depth--;
        return value;
    }

    /** The text from a token to here. */
    Span since(int start) {
        return syntax.span(start, Math.max(start, at));
    }

    boolean more() {
        if (at < end && tokens.is(at, '\\')) {
            at++;
        }
        return at < end && !(lines && dialect == Dialect.PYTHON && newLine(at));
    }

    boolean newLine(int token) {
        return tokens.firstOnLine(token) && !tokens.is(token - 1, '\\');
    }

    private Expression binary(int least) {
        int start = at;
        depth++;
        Expression left = depth > MAX_DEPTH ? opaque(at, end) : unary();
        for (int chain = 1; more(); chain++) {
            left = chain % MAX_CHAIN == 0 ? new Opaque(since(start)) : left;
            String operator = Operators.at(dialect, tokens, at, end);
            int binding = operator.isEmpty() ? 0 : Operators.binding(dialect, operator);
            if (least <= Operators.CONDITIONAL && conditional()) {
                left = rest(start, left);
            } else if (operator.isEmpty() || binding < least || !continues(operator)) {
                break;
            } else {
                left = operation(start, left, operator, binding);
            }
        }
        depth--;
        return left;
    }

    /** A word on a new line begins a statement where line ends count. */
    private boolean continues(String operator) {
        boolean word = Character.isLetter(operator.charAt(0));
        return !(word && lines && newLine(at));
    }

    private Expression operation(int start, Expression left, String operator, int binding) {
        at += Operators.length(tokens, at, operator);
        if (operator.equals("as") || operator.equals("satisfies")) {
            TypeReader.skip(this);
            return left;
        }
        if (operator.equals("not") && tokens.is(at, "in")) {
            at++;
        }
        if (operator.equals("is") || operator.equals("instanceof")) {
            return pattern(start, left, operator);
        }
        boolean rightFirst = binding == Operators.ASSIGNMENT;
        Expression right = binary(rightFirst ? binding : binding + 1);
        return new Binary(operator, left, right, since(start));
    }

    /** What follows {@code is}: a value, or a type with a name for it. */
    private Expression pattern(int start, Expression left, String operator) {
        Expression right = binary(Operators.binding(dialect, operator) + 1);
        boolean named =
                more() && tokens.isWord(at) && Operators.at(dialect, tokens, at, end).isEmpty();
        if (named && !(lines && newLine(at))) {
            at++;
        }
        return new Binary(operator, left, right, since(start));
    }

    private boolean conditional() {
        if (dialect == Dialect.PYTHON) {
            return tokens.is(at, "if");
        }
        return tokens.is(at, '?')
                && !tokens.is(at + 1, '.')
                && !(tokens.is(at + 1, '?') && tokens.start(at + 1) == tokens.end(at));
    }

    private Expression rest(int start, Expression left) {
        at++;
        if (dialect == Dialect.PYTHON) {
            Expression condition = binary(3);
            if (!more() || !tokens.is(at, "else")) {
                return left;
            }
            at++;
            return new Conditional(condition, left, binary(Operators.CONDITIONAL), since(start));
        }
        Expression then = binary(Operators.ASSIGNMENT);
        if (!tokens.is(at, ':') || at >= end) {
            return left;
        }
        at++;
        Expression otherwise = binary(Operators.ASSIGNMENT);
        return new Conditional(left, then, otherwise, since(start));
    }

    private Expression unary() {
        int start = at;
        if (at >= end) {
            return opaque(at, at);
        }
        String prefix = prefix();
        if (!prefix.isEmpty()) {
            at += tokens.isWord(at) ? 1 : prefix.length();
            int binding = prefix.equals("not") ? NOT : Operators.binding(dialect, "*") + 1;
            Expression operand = binary(binding);
            boolean transparent =
                    prefix.equals("await") || prefix.equals("ref") || prefix.equals("checked");
            return transparent ? operand : new Unary(prefix, operand, since(start));
        }
        return postfix(start, primaries.read());
    }

    private String prefix() {
        String word = tokens.word(at);
        if (tokens.isWord(at)) {
            boolean followed = at + 1 < end && startsValue(at + 1) && !newLine(at + 1);
            boolean python = word.equals("not") && dialect == Dialect.PYTHON;
            return Operators.isPrefixWord(dialect, word) && (followed || python) ? word : "";
        }
        for (int length = 3; length > 0; length--) {
            String symbols = adjacent(length);
            if (symbols.length() == length && Operators.isPrefixSymbol(symbols)) {
                return symbols;
            }
        }
        return "";
    }

    /** So many symbols without space between; fewer if there are not as many. */
    String adjacent(int length) {
        StringBuilder symbols = new StringBuilder(length);
        for (int i = at; i < Math.min(end, at + length) && tokens.isSymbol(i); i++) {
            if (i > at && tokens.start(i) != tokens.end(i - 1)) {
                break;
            }
            symbols.append(tokens.word(i));
        }
        return symbols.toString();
    }

    private boolean startsValue(int token) {
        return tokens.isWord(token)
                ? Operators.at(dialect, tokens, token, end).isEmpty()
                : tokens.isString(token)
                        || tokens.isNumber(token)
                        || tokens.is(token, '[')
                        || tokens.is(token, '{')
                        || tokens.is(token, '(');
    }

    private Expression postfix(int start, Expression first) {
        Expression left = first;
        for (int chain = 1; more(); chain++) {
            left = chain % MAX_CHAIN == 0 ? new Opaque(since(start)) : left;
            int before = at;
            left = selector(start, left);
            if (at == before) {
                break;
            }
        }
        return left;
    }

    private Expression selector(int start, Expression left) {
        if (tokens.is(at, '?') && (tokens.is(at + 1, '.') || tokens.is(at + 1, '['))) {
            boolean index = tokens.is(at + 1, '[') && dialect == Dialect.CSHARP;
            boolean adjacent = tokens.start(at + 1) == tokens.end(at);
            if (index || (adjacent && tokens.is(at + 1, '.'))) {
                at++;
            }
        }
        if (tokens.is(at, '.') && !tokens.is(at + 1, '.')) {
            return member(start, left, 1);
        }
        if (tokens.is(at, ':') && tokens.is(at + 1, ':')) {
            return member(start, left, 2);
        }
        if (dialect == Dialect.PHP && tokens.isArrow(at)) {
            return member(start, left, 1);
        }
        if (tokens.is(at, '(')) {
            return call(start, left, List.of());
        }
        if (tokens.is(at, '[') && !(lines && newLine(at) && dialect != Dialect.CSHARP)) {
            int open = at;
            at = Math.min(end, tokens.next(at));
            return new Index(left, syntax.arguments(open, depth + 1), since(start));
        }
        return lessUsual(start, left);
    }

    private Expression lessUsual(int start, Expression left) {
        if (tokens.is(at, '<')) {
            int close = TypeReader.argumentsEnd(this, at);
            if (close > 0) {
                List<String> arguments = TypeReader.arguments(this, at, close);
                at = close + 1;
                return tokens.is(at, '(') ? call(start, left, arguments) : left;
            }
        }
        boolean sameLine = !newLine(at);
        if (tokens.is(at, '!') && sameLine && !tokens.is(at + 1, '=') && dialect != Dialect.JAVA) {
            at++;
        } else if (sameLine && (adjacent(2).equals("++") || adjacent(2).equals("--"))) {
            at += 2;
        } else if (dialect == Dialect.SCRIPT && tokens.isString(at) && tokens.starts(at, '`')) {
            Expression text = primaries.string();
            return new Call(left, List.of(), List.of(new Argument(null, text)), since(start));
        } else if (dialect == Dialect.CSHARP && armed()) {
            at = Math.min(end, tokens.next(at + 1));
            return new Opaque(since(start));
        }
        return left;
    }

    /** C#'s {@code value switch { … }} and {@code value with { … }}. */
    private boolean armed() {
        return (tokens.is(at, "switch") || tokens.is(at, "with")) && tokens.is(at + 1, '{');
    }

    private Expression member(int start, Expression left, int dots) {
        int name = at + dots;
        if (tokens.is(name, '?') || tokens.is(name, '[') || tokens.is(name, '(')) {
            at = name;
            return left;
        }
        at = name;
        if (tokens.is(at, '<')) {
            int close = TypeReader.anglesEnd(tokens, at, end);
            at = close > 0 ? close + 1 : at + 1;
        }
        if (at < end && tokens.isWord(at)) {
            String word = tokens.word(at);
            at++;
            return new Select(left, word.startsWith("@") ? word.substring(1) : word, since(start));
        }
        return left;
    }

    private Expression call(int start, Expression left, List<String> typeArguments) {
        int open = at;
        at = Math.min(end, tokens.next(at));
        return new Call(left, typeArguments, syntax.arguments(open, depth + 1), since(start));
    }

    Expression name(int token) {
        String word = tokens.word(token);
        return new Name(
                word.startsWith("@") ? word.substring(1) : word, syntax.span(token, token + 1));
    }

    int depth() {
        return depth;
    }

    /** The expressions between here and {@code to}, separated by commas. */
    List<Expression> list(int from, int to) {
        List<Expression> items = new ArrayList<>();
        ExpressionReader reader = within(from, to);
        while (reader.at < reader.end) {
            items.add(reader.item());
        }
        return items;
    }

    /** An expression up to the next comma, and behind it. */
    Expression item() {
        int start = at;
        Expression item = read();
        if (at < end && !tokens.is(at, ',')) {
            int comma = comma(at);
            at = comma;
            item = new Opaque(syntax.span(start, comma));
        }
        at++;
        return item;
    }

    int comma(int from) {
        int i = from;
        while (i < end && !tokens.is(i, ',')) {
            i = tokens.next(i);
        }
        return Math.min(i, end);
    }
}

package io.digitalworker.facts.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What the string literals of the dialects say. */
final class StringLiteral {
    private final String text;
    private final Span span;
    private final BiFunction<Integer, Integer, Expression> hole;

    /**
     * @param text the whole file
     * @param span of the literal, its prefix and quotes included
     * @param hole reads the expression between two offsets
     */
    StringLiteral(String text, Span span, BiFunction<Integer, Integer, Expression> hole) {
        this.text = text;
        this.span = span;
        this.hole = hole;
    }

    Expression read(Dialect dialect) {
        return switch (dialect) {
            case CSHARP -> csharp();
            case PYTHON -> python();
            case SCRIPT -> script();
            case KOTLIN -> filled(quotes(span.start()), "$", true);
            default -> plain(span.start(), true);
        };
    }

    private int quotes(int from) {
        int i = from;
        while (i < span.end() && i < from + 3 && text.charAt(i) == text.charAt(from)) {
            i++;
        }
        return i - from == 2 ? 1 : Math.max(1, i - from);
    }

    /** From behind the opening to before the closing quotes, however many there are. */
    private Span inner(int from, int quotes) {
        int start = Math.min(span.end(), from + quotes);
        String mark = text.substring(from, start);
        boolean closed = span.end() - quotes >= start && text.startsWith(mark, span.end() - quotes);
        return new Span(start, closed ? span.end() - quotes : Math.max(start, span.end()));
    }

    private Expression plain(int from, boolean escapes) {
        int quotes = quotes(from);
        Span inner = inner(from, quotes);
        String raw = text.substring(inner.start(), inner.end());
        String lines = quotes == 3 ? unindented(raw) : raw;
        return new Expression.Text(escapes ? unescaped(lines) : lines, span);
    }

    private Expression csharp() {
        int i = span.start();
        boolean verbatim = false;
        int dollars = 0;
        while (i < span.end() && (text.charAt(i) == '@' || text.charAt(i) == '$')) {
            verbatim |= text.charAt(i) == '@';
            dollars += text.charAt(i) == '$' ? 1 : 0;
            i++;
        }
        int quotes = 0;
        while (i + quotes < span.end() && text.charAt(i + quotes) == '"') {
            quotes++;
        }
        if (quotes >= 3 && !verbatim) {
            return rawCsharp(i, quotes, dollars);
        }
        if (dollars > 0) {
            return braces(inner(i, 1), 1, !verbatim);
        }
        Span inner = inner(i, 1);
        String raw = text.substring(inner.start(), inner.end());
        return new Expression.Text(verbatim ? raw.replace("\"\"", "\"") : unescaped(raw), span);
    }

    private Expression rawCsharp(int from, int quotes, int dollars) {
        int marks = quotes >= 6 && from + quotes == span.end() ? quotes / 2 : quotes;
        Span inner = inner(from, marks);
        if (dollars > 0) {
            return braces(inner, dollars, false);
        }
        String raw = text.substring(inner.start(), inner.end());
        return new Expression.Text(unindented(raw), span);
    }

    private Expression python() {
        int i = span.start();
        boolean raw = false;
        boolean formatted = false;
        while (i < span.end() && Character.isLetter(text.charAt(i))) {
            char c = Character.toLowerCase(text.charAt(i));
            raw |= c == 'r';
            formatted |= c == 'f';
            i++;
        }
        if (formatted) {
            return braces(inner(i, quotes(i)), 1, !raw);
        }
        Span inner = inner(i, quotes(i));
        String content = text.substring(inner.start(), inner.end());
        return new Expression.Text(raw ? content : unescaped(content), span);
    }

    private Expression script() {
        char first = text.charAt(span.start());
        if (first == '`') {
            return filled(1, "${", false);
        }
        if (first == '/') {
            int end = text.lastIndexOf('/', span.end() - 1);
            Span inner = new Span(span.start() + 1, Math.max(span.start() + 1, end));
            Expression pattern =
                    new Expression.Text(text.substring(inner.start(), inner.end()), inner);
            return new Expression.Call(
                    new Expression.Name("RegExp", span),
                    List.of(),
                    List.of(new Argument(null, pattern)),
                    span);
        }
        return plain(span.start(), true);
    }

    /** Holes in braces, as many of them as there are dollars; doubled braces stand for themselves. */
    private Expression braces(Span inner, int marks, boolean escapes) {
        String open = "{".repeat(marks);
        Pieces pieces = new Pieces(escapes);
        int i = inner.start();
        while (i < inner.end()) {
            char c = text.charAt(i);
            boolean doubled =
                    marks == 1 && (c == '{' || c == '}') && text.startsWith("" + c + c, i);
            if (doubled) {
                pieces.add(c);
                i += 2;
            } else if (c == '{' && text.startsWith(open, i)) {
                i = hole(pieces, i + marks, inner.end(), marks);
            } else {
                pieces.add(c);
                boolean pair = escapes && c == '\\' && i + 1 < inner.end();
                if (pair) {
                    pieces.add(text.charAt(i + 1));
                }
                i += pair ? 2 : 1;
            }
        }
        return pieces.done(inner);
    }

    /** Holes in {@code ${…}}, in Kotlin also {@code $name}. */
    private Expression filled(int quotes, String mark, boolean names) {
        Span inner = inner(span.start(), quotes);
        Pieces pieces = new Pieces(quotes == 1);
        int i = inner.start();
        while (i < inner.end()) {
            char c = text.charAt(i);
            if (c == '\\' && quotes == 1 && i + 1 < inner.end()) {
                pieces.add(c);
                pieces.add(text.charAt(i + 1));
                i += 2;
            } else if (text.startsWith("${", i)) {
                i = hole(pieces, i + 2, inner.end(), 1);
            } else if (names && text.startsWith(mark, i) && startsName(i + 1, inner.end())) {
                int end = i + 1;
                while (end < inner.end() && Character.isJavaIdentifierPart(text.charAt(end))) {
                    end++;
                }
                pieces.hole(hole.apply(i + 1, end));
                i = end;
            } else {
                pieces.add(c);
                i++;
            }
        }
        return pieces.done(inner);
    }

    private boolean startsName(int at, int end) {
        return at < end && Character.isJavaIdentifierStart(text.charAt(at));
    }

    private int hole(Pieces pieces, int from, int end, int marks) {
        int close = holeEnd(from, end);
        pieces.hole(hole.apply(from, close));
        return Math.min(end, close + marks);
    }

    /** The brace that closes a hole; brackets and strings within are passed over. */
    private int holeEnd(int from, int end) {
        int depth = 0;
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '}' && depth == 0) {
                return i;
            }
            if (c == '"' || c == '\'' || c == '`') {
                i = quoteEnd(i, end);
            }
            depth += c == '{' || c == '(' || c == '[' ? 1 : 0;
            depth -= (c == '}' || c == ')' || c == ']') && depth > 0 ? 1 : 0;
            i++;
        }
        return end;
    }

    private int quoteEnd(int from, int end) {
        int i = from + 1;
        while (i < end && text.charAt(i) != text.charAt(from)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i < end ? i : from;
    }

    /** The pieces of a template. */
    private final class Pieces {
        private final List<Expression> parts = new ArrayList<>();
        private final StringBuilder literal = new StringBuilder();
        private final boolean escapes;

        Pieces(boolean escapes) {
            this.escapes = escapes;
        }

        void add(char c) {
            literal.append(c);
        }

        void hole(Expression expression) {
            flush();
            parts.add(expression);
        }

        private void flush() {
            if (literal.length() > 0) {
                String raw = literal.toString();
                parts.add(new Expression.Text(escapes ? unescaped(raw) : raw, span));
                literal.setLength(0);
            }
        }

        Expression done(Span inner) {
            if (parts.isEmpty()) {
                String raw = literal.toString();
                return new Expression.Text(escapes ? unescaped(raw) : raw, span);
            }
            flush();
            return new Expression.Template(parts, span.to(inner));
        }
    }

    /** A text block without its first line end and its common indentation. */
    private static String unindented(String raw) {
        int lineEnd = raw.indexOf('\n');
        if (lineEnd < 0 || !raw.substring(0, lineEnd).isBlank()) {
            return raw;
        }
        return raw.substring(lineEnd + 1).stripIndent().replaceFirst("\\n\\z", "");
    }

    static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                out.append(c);
            } else {
                i = escape(raw, i + 1, out);
            }
        }
        return out.toString();
    }

    /** Appends what the escape at {@code i} (behind the backslash) says; its last character. */
    private static int escape(String raw, int i, StringBuilder out) {
        char c = raw.charAt(i);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case '0' -> out.append('\0');
            case '\n' -> {
                return i;
            }
            case 'u', 'x' -> {
                return code(raw, i, c == 'u' ? 4 : 2, out);
            }
            case '"', '\'', '\\', '`', '$', '/' -> out.append(c);
            default -> out.append('\\').append(c);
        }
        return i;
    }

    private static int code(String raw, int i, int digits, StringBuilder out) {
        int end = Math.min(raw.length(), i + 1 + digits);
        String hex = raw.substring(i + 1, end);
        if (hex.length() == digits && hex.chars().allMatch(d -> Character.digit(d, 16) >= 0)) {
            out.append((char) Integer.parseInt(hex, 16));
            return end - 1;
        }
        out.append('\\').append(raw.charAt(i));
        return i;
    }
}

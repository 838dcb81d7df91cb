package io.digitalworker.facts.syntax;

import io.digitalworker.facts.lexer.Tokens;
import io.digitalworker.facts.syntax.Expression.Element;
import io.digitalworker.facts.syntax.Expression.Name;
import java.util.ArrayList;
import java.util.List;

/** JSX: an element with its attributes and what stands within it; text is passed over. */
final class ElementReader {
    private final ExpressionReader reader;
    private final Tokens tokens;

    ElementReader(ExpressionReader reader) {
        this.reader = reader;
        this.tokens = reader.tokens;
    }

    Expression read() {
        int start = reader.at;
        boolean starts = tokens.isWord(start + 1) || tokens.is(start + 1, '>');
        if (!starts || reader.depth() > ExpressionReader.MAX_DEPTH) {
            return reader.opaque(start, start + 1);
        }
        return element(0);
    }

    private Expression element(int depth) {
        int start = reader.at;
        reader.at++;
        String name = name();
        List<Argument> attributes = attributes(depth);
        boolean closed = tokens.is(reader.at, '/');
        reader.at = Math.min(reader.end, reader.at + (closed ? 2 : 1));
        List<Expression> content = closed ? List.of() : content(depth);
        return new Element(name, attributes, content, reader.since(start));
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (reader.at < reader.end && ofName(reader.at, name.length() == 0)) {
            name.append(tokens.word(reader.at));
            reader.at++;
        }
        if (tokens.is(reader.at, '<')) {
            int close = TypeReader.anglesEnd(tokens, reader.at, reader.end);
            reader.at = close > 0 ? close + 1 : reader.at;
        }
        return name.toString();
    }

    private boolean ofName(int token, boolean first) {
        if (first) {
            return tokens.isWord(token);
        }
        boolean joined = tokens.start(token) == tokens.end(token - 1);
        return joined
                && (tokens.isWord(token)
                        || tokens.is(token, '.')
                        || tokens.is(token, '-')
                        || tokens.is(token, ':')
                        || tokens.isNumber(token));
    }

    private List<Argument> attributes(int depth) {
        List<Argument> attributes = new ArrayList<>();
        while (reader.at < reader.end && !tokens.is(reader.at, '>') && !tokens.is(reader.at, '/')) {
            if (tokens.is(reader.at, '{')) {
                attributes.add(new Argument("...", braces()));
            } else if (tokens.isWord(reader.at)) {
                attributes.add(attribute(depth));
            } else {
                reader.at++;
            }
        }
        return attributes;
    }

    private Argument attribute(int depth) {
        int start = reader.at;
        String name = name();
        if (!tokens.is(reader.at, '=')) {
            return new Argument(name, new Name("true", reader.since(start)));
        }
        reader.at++;
        if (tokens.is(reader.at, '{')) {
            return new Argument(name, braces());
        }
        if (tokens.isString(reader.at)) {
            return new Argument(name, new PrimaryReader(reader).string());
        }
        boolean nested = tokens.is(reader.at, '<') && depth < ExpressionReader.MAX_DEPTH;
        return new Argument(
                name, nested ? element(depth + 1) : reader.opaque(reader.at, reader.at + 1));
    }

    /** The expression in braces, and behind them. */
    private Expression braces() {
        int open = reader.at;
        int after = Math.min(reader.end, tokens.next(open));
        ExpressionReader within = reader.within(open + 1, after - 1);
        within.at += within.adjacent(3).equals("...") ? 3 : 0;
        Expression value = within.at >= within.end ? reader.opaque(open, after) : within.read();
        reader.at = after;
        return value;
    }

    private List<Expression> content(int depth) {
        List<Expression> content = new ArrayList<>();
        while (reader.at < reader.end) {
            int at = reader.at;
            if (tokens.is(at, '<') && tokens.is(at + 1, '/')) {
                closing();
                break;
            } else if (tokens.is(at, '<') && nests(at, depth)) {
                content.add(element(depth + 1));
            } else if (tokens.is(at, '{')) {
                content.add(braces());
            } else {
                reader.at = Math.min(reader.end, tokens.next(at));
            }
        }
        return content;
    }

    private boolean nests(int at, int depth) {
        return depth < ExpressionReader.MAX_DEPTH
                && (tokens.isWord(at + 1) || tokens.is(at + 1, '>'));
    }

    private void closing() {
        while (reader.at < reader.end && !tokens.is(reader.at, '>')) {
            reader.at++;
        }
        reader.at = Math.min(reader.end, reader.at + 1);
    }
}

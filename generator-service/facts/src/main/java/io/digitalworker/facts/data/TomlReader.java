package io.digitalworker.facts.data;

import io.digitalworker.facts.data.DataNode.Mapping;
import io.digitalworker.facts.data.DataNode.Scalar;
import io.digitalworker.facts.data.DataNode.Sequence;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * TOML 1.0 with its places, which the libraries at hand do not tell. It reads more than TOML allows
 * (keys given twice, any bare value); dates are strings.
 */
final class TomlReader {
    private final String text;
    private final TomlTable root = new TomlTable(new Span(0, 0));
    private TomlTable current = root;
    private int at;

    /** Ends the reading at an offset. */
    private static final class Fault extends RuntimeException {
        private final int offset;

        Fault(int offset, String reason) {
            super(reason, null, false, false);
            this.offset = offset;
        }
    }

    private TomlReader(String text) {
        this.text = text;
    }

    static DataFile.Content read(String text) {
        TomlReader reader = new TomlReader(text);
        @Nullable Unreadable failure = null;
        try {
            reader.readAll();
        } catch (Fault e) {
            int line = 1 + (int) text.chars().limit(e.offset).filter(c -> c == '\n').count();
            failure = new Unreadable(line, String.valueOf(e.getMessage()));
        }
        Mapping whole = new Mapping(reader.root.entries(), new Span(0, text.length()), "");
        return new DataFile.Content(List.of(whole), XmlElement.NONE, Optional.ofNullable(failure));
    }

    private void readAll() {
        skip(true);
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                header();
            } else {
                keyAndValue(current, 0);
            }
            endOfLine();
            skip(true);
        }
    }

    private void header() {
        int start = at;
        boolean array = text.startsWith("[[", at);
        at += array ? 2 : 1;
        List<TomlTable.Key> path = path();
        expect(']');
        if (array) {
            expect(']');
        }
        Span span = new Span(start, at);
        current = array ? root.openItem(path, span) : root.openTable(path);
    }

    private void keyAndValue(TomlTable table, int depth) {
        List<TomlTable.Key> path = path();
        expect('=');
        skip(false);
        DataNode value = value(depth + path.size());
        table.put(path, value);
    }

    private List<TomlTable.Key> path() {
        List<TomlTable.Key> path = new ArrayList<>();
        do {
            at += path.isEmpty() ? 0 : 1;
            skip(false);
            int start = at;
            String key = key();
            path.add(new TomlTable.Key(key, new Span(start, at)));
            skip(false);
            if (path.size() > DataNode.MAX_DEPTH / 4) {
                throw new Fault(start, new TooDeep(0).reason());
            }
        } while (at < text.length() && text.charAt(at) == '.');
        return path;
    }

    private String key() {
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return string().value();
        }
        int start = at;
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new Fault(at, "a key is expected");
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private DataNode value(int depth) {
        if (depth > DataNode.MAX_DEPTH / 2) {
            throw new Fault(at, new TooDeep(0).reason());
        }
        char c = at < text.length() ? text.charAt(at) : '\n';
        return switch (c) {
            case '[' -> array(depth);
            case '{' -> inlineTable(depth);
            case '"', '\'' -> string();
            default -> bare();
        };
    }

    private DataNode array(int depth) {
        int start = at++;
        List<DataNode> items = new ArrayList<>();
        skip(true);
        while (at < text.length() && text.charAt(at) != ']') {
            items.add(value(depth + 1));
            skip(true);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                skip(true);
            } else {
                break;
            }
        }
        expect(']');
        return new Sequence(items, new Span(start, at), "");
    }

    private DataNode inlineTable(int depth) {
        int start = at++;
        TomlTable table = new TomlTable(new Span(start, start));
        skip(true);
        while (at < text.length() && text.charAt(at) != '}') {
            keyAndValue(table, depth + 1);
            skip(true);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                skip(true);
            } else {
                break;
            }
        }
        expect('}');
        return new Mapping(table.entries(), new Span(start, at), "");
    }

    private Scalar string() {
        int start = at;
        char quote = text.charAt(at);
        String mark = String.valueOf(quote);
        boolean longer = text.startsWith(mark.repeat(3), at);
        String closing = longer ? mark.repeat(3) : mark;
        at += closing.length();
        int inner = at;
        while (at < text.length() && !text.startsWith(closing, at)) {
            if (text.charAt(at) == '\n' && !longer) {
                throw new Fault(start, "a string has no end");
            }
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new Fault(start, "a string has no end");
        }
        String raw = text.substring(inner, at);
        at += closing.length();
        String value = longer && raw.startsWith("\n") ? raw.substring(1) : raw;
        return new Scalar(
                quote == '"' ? PropertiesReader.unescaped(value) : value,
                true,
                ScalarType.STRING,
                new Span(start, at),
                "");
    }

    private Scalar bare() {
        int start = at;
        while (at < text.length() && ",]}#\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        while (at > start && text.charAt(at - 1) <= ' ') {
            at--;
        }
        if (at == start) {
            throw new Fault(start, "a value is expected");
        }
        String value = text.substring(start, at);
        return new Scalar(value, false, typeOf(value), new Span(start, at), "");
    }

    private static ScalarType typeOf(String value) {
        if (value.equals("true") || value.equals("false")) {
            return ScalarType.BOOLEAN;
        }
        boolean number =
                YamlScalars.typeOf(value.replace("_", "")) == ScalarType.NUMBER
                        || value.equals("inf")
                        || value.equals("nan");
        return number ? ScalarType.NUMBER : ScalarType.STRING;
    }

    private void expect(char wanted) {
        skip(false);
        if (at >= text.length() || text.charAt(at) != wanted) {
            throw new Fault(Math.min(at, text.length()), wanted + " is expected");
        }
        at++;
    }

    private void endOfLine() {
        skip(false);
        if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
            throw new Fault(at, "the end of the line is expected");
        }
    }

    /** Passes over blanks, and over line ends and comments where they may stand. */
    private void skip(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && lines) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || (c == '\n' && lines)) {
                at++;
            } else {
                return;
            }
        }
    }
}

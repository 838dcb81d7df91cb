package io.digitalworker.facts.data;

import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.data.DataNode.Mapping;
import io.digitalworker.facts.data.DataNode.Scalar;
import io.digitalworker.facts.syntax.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Java properties, {@code .env} files and files with {@code [sections]}. All keys stand in one mapping
 * as they are written, dots included; those of a section in a mapping under its name. {@link
 * java.util.Properties} tells no lines.
 */
final class PropertiesReader {
    private final String text;
    private final LineText lines;
    private final boolean java;
    private final List<Entry> top = new ArrayList<>();
    private List<Entry> current = top;
    private String section = "";
    private Span sectionSpan = new Span(0, 0);
    private int bodyStart;
    private int passedOver;
    private int firstPassedOver;

    private PropertiesReader(String text, String name) {
        this.text = text;
        this.lines = new LineText(text);
        this.java = name.toLowerCase(Locale.ROOT).endsWith(".properties");
    }

    static DataFile.Content read(String text, String name) {
        return new PropertiesReader(text, name).content();
    }

    private DataFile.Content content() {
        while (lines.advance()) {
            line();
        }
        closeSection(text.length());
        if (passedOver > keys()) {
            return DataFile.Content.broken(firstPassedOver, "its lines are no keys with values");
        }
        Mapping root = new Mapping(top, new Span(0, text.length()), "");
        return DataFile.Content.of(root);
    }

    private int keys() {
        return top.stream().mapToInt(entry -> Math.max(1, entry.value().entries().size())).sum();
    }

    private void line() {
        int at = lines.firstInk();
        if (at == lines.end() || isComment(text.charAt(at))) {
            return;
        }
        int end = lines.trimEnd(at, lines.end());
        if (!java && text.charAt(at) == '[' && text.charAt(end - 1) == ']') {
            openSection(at, end);
        } else if (!java && at > lines.start() && continues()) {
            continueValue(at, end);
        } else {
            entry(text.startsWith("export ", at) ? lines.skipBlanks(at + 7, end) : at);
        }
    }

    private boolean isComment(char c) {
        return c == '#' || c == (java ? '!' : ';');
    }

    private void openSection(int at, int end) {
        closeSection(at);
        section = text.substring(at + 1, end - 1).strip();
        sectionSpan = new Span(at, end);
        bodyStart = end;
        current = new ArrayList<>();
    }

    private void closeSection(int end) {
        if (current != top) {
            int to = lines.trimEnd(bodyStart, end);
            Span span = new Span(bodyStart, Math.max(bodyStart, to));
            top.add(new Entry(section, sectionSpan, new Mapping(current, span, "")));
        }
    }

    /** In files with sections an indented line goes on with the value before it. */
    private boolean continues() {
        return current != top && !current.isEmpty();
    }

    private void continueValue(int at, int end) {
        Entry last = current.remove(current.size() - 1);
        String before = last.value().text("");
        String value = before + (before.isEmpty() ? "" : "\n") + text.substring(at, end);
        Span span = new Span(last.value().span().start(), end);
        current.add(new Entry(last.key(), last.keySpan(), string(value, false, span)));
    }

    private void entry(int at) {
        int keyEnd = keyEnd(at);
        int separator = lines.skipBlanks(keyEnd, lines.end());
        boolean separated = separator < lines.end() && isSeparator(text.charAt(separator));
        if (!separated && !java) {
            passedOver++;
            firstPassedOver = passedOver == 1 ? lines.number() : firstPassedOver;
            return;
        }
        String key = java ? unescaped(text.substring(at, keyEnd)) : text.substring(at, keyEnd);
        Span keySpan = new Span(at, keyEnd);
        int from = lines.skipBlanks(separated ? separator + 1 : separator, lines.end());
        current.add(new Entry(key, keySpan, java ? javaValue(from) : plainValue(from)));
    }

    private int keyEnd(int from) {
        int at = from;
        while (at < lines.end() && !isSeparator(text.charAt(at))) {
            if (java && text.charAt(at) <= ' ') {
                return at;
            }
            at += java && text.charAt(at) == '\\' ? 2 : 1;
        }
        return lines.trimEnd(from, Math.min(at, lines.end()));
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':';
    }

    /** Up to the end of the line, and of those that it continues in by a backslash at its end. */
    private Scalar javaValue(int from) {
        StringBuilder value = new StringBuilder();
        int end = lines.end();
        int start = from;
        while (continuedByBackslash(start, end)) {
            value.append(text, start, end - 1);
            if (!lines.advance()) {
                return string(unescaped(value.toString()), false, new Span(from, end));
            }
            start = lines.firstInk();
            end = lines.end();
        }
        value.append(text, start, end);
        return string(unescaped(value.toString()), false, new Span(from, end));
    }

    private boolean continuedByBackslash(int from, int end) {
        int at = end;
        while (at > from && text.charAt(at - 1) == '\\') {
            at--;
        }
        return (end - at) % 2 == 1;
    }

    private Scalar plainValue(int from) {
        char first = from < lines.end() ? text.charAt(from) : ' ';
        if (first == '"' || first == '\'') {
            Optional<Scalar> quoted = quotedValue(from, first);
            if (quoted.isPresent()) {
                return quoted.get();
            }
        }
        int end = lines.end();
        for (int at = from; at < end; at++) {
            if (text.charAt(at) == '#' && (at == from || text.charAt(at - 1) <= ' ')) {
                end = at;
            }
        }
        end = lines.trimEnd(from, end);
        return string(text.substring(from, end), false, new Span(from, end));
    }

    /** A quoted value may run over several lines; one that does not end is none. */
    private Optional<Scalar> quotedValue(int from, char quote) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        int lineEnd = text.indexOf('\n', Math.min(at, text.length()));
        int restEnd = lineEnd < 0 ? text.length() : lineEnd;
        int rest = lines.skipBlanks(Math.min(at + 1, restEnd), restEnd);
        boolean ends = at < text.length() && (rest == restEnd || text.charAt(rest) == '#');
        if (!ends) {
            return Optional.empty();
        }
        String inner = text.substring(from + 1, at);
        lines.jump(at);
        Span span = new Span(from, at + 1);
        return Optional.of(string(quote == '"' ? unescaped(inner) : inner, true, span));
    }

    private static Scalar string(String value, boolean quoted, Span span) {
        return new Scalar(value, quoted, ScalarType.STRING, span, "");
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
                continue;
            }
            char escape = raw.charAt(++i);
            int code = escape == 'u' ? hex(raw, i + 1, 4) : -1;
            i += code >= 0 ? 4 : 0;
            out.append(code >= 0 ? (char) code : control(escape));
        }
        return out.toString();
    }

    static char control(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> escape;
        };
    }

    /** The number that so many hexadecimal digits make; negative if they are none. */
    static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}

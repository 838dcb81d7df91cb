package io.digitalworker.facts.lexer;

import java.util.regex.Pattern;

/** The comments of the languages. */
final class Comments {
    private static final Pattern OTHER_BRANCH = Pattern.compile("#\\s*(else|elif)\\b.*");
    private static final Pattern IF = Pattern.compile("#\\s*if\\b.*");
    private static final Pattern END_IF = Pattern.compile("#\\s*endif\\b.*");

    private Comments() {}

    /** To the end of the line. */
    static Form line(String mark) {
        return (text, at, context) -> text.startsWith(mark, at) ? lineEnd(text, at) : Form.NONE;
    }

    /** From mark to mark, or to the end of the text. */
    static Form block(String open, String close) {
        return (text, at, context) -> {
            if (!text.startsWith(open, at)) {
                return Form.NONE;
            }
            int end = text.indexOf(close, at + open.length());
            return end < 0 ? text.length() : end + close.length();
        };
    }

    /** A block comment that may hold others. */
    static Form nested(String open, String close) {
        return (text, at, context) -> {
            if (!text.startsWith(open, at)) {
                return Form.NONE;
            }
            int depth = 1;
            int i = at + open.length();
            while (i < text.length() && depth > 0) {
                if (text.startsWith(close, i)) {
                    depth--;
                    i += close.length();
                } else if (text.startsWith(open, i)) {
                    depth++;
                    i += open.length();
                } else {
                    i++;
                }
            }
            return i;
        };
    }

    /**
     * A line for the C# preprocessor. Of a condition only the first branch is read: both together would
     * leave brackets without partner.
     */
    static int preprocessor(String text, int at, Form.Context context) {
        if (text.charAt(at) != '#' || !context.firstOnLine()) {
            return Form.NONE;
        }
        int end = lineEnd(text, at);
        return OTHER_BRANCH.matcher(text.substring(at, end)).matches() ? endIf(text, end) : end;
    }

    private static int endIf(String text, int from) {
        int depth = 1;
        int at = from;
        while (at < text.length()) {
            int start = at + 1;
            at = lineEnd(text, start);
            String line = start < at ? text.substring(start, at).strip() : "";
            if (IF.matcher(line).matches()) {
                depth++;
            } else if (END_IF.matcher(line).matches() && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    /** The first line of a script that is run as a program. */
    static int hashbang(String text, int at, Form.Context context) {
        return at == 0 && text.startsWith("#!") ? lineEnd(text, at) : Form.NONE;
    }

    /** {@code -->} at the start of a line, which a script may have within a page. */
    static int htmlEnd(String text, int at, Form.Context context) {
        boolean ends = context.firstOnLine() && text.startsWith("-->", at);
        return ends ? lineEnd(text, at) : Form.NONE;
    }

    /** A backslash that joins a line to the next. */
    static int continuation(String text, int at, Form.Context context) {
        return text.startsWith("\\\n", at) ? at + 2 : Form.NONE;
    }

    static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}

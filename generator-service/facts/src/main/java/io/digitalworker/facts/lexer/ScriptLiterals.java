package io.digitalworker.facts.lexer;

/** Templates and regular expressions of JavaScript, which hold code or look like division. */
final class ScriptLiterals {
    /** Templates within holes of templates are followed this deep. */
    private static final int MAX_DEPTH = 16;

    /** A regular expression is no longer than this, else the slash divides. */
    private static final int MAX_REGEX = 2_000;

    /** Behind these a slash in a hole begins a regular expression. */
    private static final String BEFORE_VALUE = "(,=:[!&|?{};+-*%~^<>";

    private ScriptLiterals() {}

    /** {@code `…`}; the code in its holes may hold strings, comments and templates. */
    static int template(String text, int at, Form.Context context) {
        return text.charAt(at) == '`' ? template(text, at + 1, 0) : Form.NONE;
    }

    private static int template(String text, int from, int depth) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '`') {
                return i + 1;
            }
            if (c == '$' && text.startsWith("${", i)) {
                i = hole(text, i + 2, depth + 1);
            } else {
                i += c == '\\' ? 2 : 1;
            }
        }
        return text.length();
    }

    /** Behind the brace that closes a hole. */
    private static int hole(String text, int from, int depth) {
        int braces = 1;
        int i = from;
        while (i < text.length() && braces > 0) {
            char c = text.charAt(i);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            int end = within(text, i, depth);
            i = end > i ? end : i + 1;
        }
        return Math.min(i, text.length());
    }

    /** The end of what begins in a hole and may hold braces; {@link Form#NONE} if nothing does. */
    private static int within(String text, int at, int depth) {
        char c = text.charAt(at);
        if (c == '`' && depth < MAX_DEPTH) {
            return template(text, at + 1, depth);
        }
        if (c == '"' || c == '\'') {
            return Literals.closed(text, at + 1, c, false);
        }
        if (c != '/') {
            return Form.NONE;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        if (text.startsWith("//", at)) {
            return Comments.lineEnd(text, at);
        }
        return valueBegins(text, at) ? pattern(text, at) : Form.NONE;
    }

    private static boolean valueBegins(String text, int at) {
        int i = at - 1;
        while (i > 0 && text.charAt(i) <= ' ' && i > at - 100) {
            i--;
        }
        return BEFORE_VALUE.indexOf(text.charAt(i)) >= 0;
    }

    /** {@code /…/} where a value may begin. */
    static int regex(String text, int at, Form.Context context) {
        return text.charAt(at) != '/' || context.afterOperand() ? Form.NONE : pattern(text, at);
    }

    private static int pattern(String text, int at) {
        boolean inClass = false;
        int limit = Math.min(text.length(), at + MAX_REGEX);
        for (int i = at + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                return Form.NONE;
            } else if (c == '\\') {
                i++;
            } else if (c == '/' && !inClass) {
                return flagsEnd(text, i + 1);
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            }
        }
        return Form.NONE;
    }

    private static int flagsEnd(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
            i++;
        }
        return i;
    }
}

package io.digitalworker.facts.lexer;

/** The string, character and regular-expression literals of the languages. */
final class Literals {
    /** Strings within holes of strings are followed this deep. */
    private static final int MAX_DEPTH = 16;

    private Literals() {}

    /** A literal on one line, with backslash escapes; unterminated, it ends with the line. */
    static Form quoted(char quote) {
        return (text, at, context) ->
                text.charAt(at) == quote ? closed(text, at + 1, quote, false) : Form.NONE;
    }

    /** A literal that may run over lines, with backslash escapes. */
    static Form multiLine(char quote) {
        return (text, at, context) ->
                text.charAt(at) == quote ? closed(text, at + 1, quote, true) : Form.NONE;
    }

    /** From mark to mark without any escapes, over lines. */
    static Form raw(String open, String close) {
        return Comments.block(open, close);
    }

    /** Text blocks and Python's long strings: from mark to mark with backslash escapes. */
    static Form tripled(char quote) {
        String mark = String.valueOf(quote).repeat(3);
        return (text, at, context) -> {
            if (!text.startsWith(mark, at)) {
                return Form.NONE;
            }
            int i = at + 3;
            while (i < text.length() && !text.startsWith(mark, i)) {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), i + 3);
        };
    }

    /** Behind the quote that closes what was opened before {@code from}. */
    static int closed(String text, int from, char quote, boolean overLines) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\n' && !overLines) {
                return i;
            }
            i += c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1;
        }
        return text.length();
    }

    /** Kotlin's strings: {@code ${…}} holds code. */
    static Form withHoles(char quote, boolean overLines) {
        return (text, at, context) ->
                text.charAt(at) == quote ? holes(text, at + 1, quote, overLines, 0) : Form.NONE;
    }

    private static int holes(String text, int from, char quote, boolean overLines, int depth) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\n' && !overLines) {
                return i;
            }
            if (c == '$' && text.startsWith("${", i)) {
                i = hole(text, i + 2, quote, depth + 1);
            } else {
                i += c == '\\' ? 2 : 1;
            }
        }
        return text.length();
    }

    /** Behind the brace that closes a hole. */
    private static int hole(String text, int from, char quote, int depth) {
        int braces = 1;
        int i = from;
        while (i < text.length() && braces > 0) {
            char c = text.charAt(i);
            if (c == quote && depth < MAX_DEPTH) {
                i = holes(text, i + 1, quote, quote == '`', depth);
            } else if (c == '"' || c == '\'') {
                i = closed(text, i + 1, c, false);
            } else {
                braces += c == '{' ? 1 : c == '}' ? -1 : 0;
                i++;
            }
        }
        return Math.min(i, text.length());
    }

    /**
     * C#'s prefixed strings: {@code @"…"} doubles its quotes, {@code $"…"} has holes, three quotes or
     * more make a raw string, which ends with as many.
     */
    static int csharp(String text, int at, Form.Context context) {
        return csharp(text, at, 0);
    }

    private static int csharp(String text, int at, int depth) {
        int i = at;
        boolean verbatim = false;
        boolean interpolated = false;
        while (i < text.length() && (text.charAt(i) == '@' || text.charAt(i) == '$')) {
            verbatim |= text.charAt(i) == '@';
            interpolated |= text.charAt(i) == '$';
            i++;
        }
        if (i == text.length() || text.charAt(i) != '"') {
            return Form.NONE;
        }
        int quotes = run(text, i, '"');
        if (quotes >= 3 && !verbatim) {
            int end = text.indexOf("\"".repeat(quotes), i + quotes);
            return end < 0 ? text.length() : end + run(text, end, '"');
        }
        if (!verbatim && !interpolated) {
            return closed(text, i + 1, '"', false);
        }
        return prefixed(text, i + 1, verbatim, interpolated, depth);
    }

    private static int prefixed(
            String text, int from, boolean verbatim, boolean interpolated, int depth) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == c;
            if (c == '"' && !(verbatim && doubled)) {
                return i + 1;
            }
            if (c == '\n' && !verbatim) {
                return i;
            }
            if (c == '{' && interpolated && !doubled) {
                i = csharpHole(text, i + 1, verbatim, depth + 1);
            } else {
                boolean pair = (c == '\\' && !verbatim) || (doubled && (c == '"' || c == '{'));
                i += pair ? 2 : 1;
            }
        }
        return text.length();
    }

    private static int csharpHole(String text, int from, boolean verbatim, int depth) {
        int braces = 1;
        int i = from;
        while (i < text.length() && braces > 0) {
            char c = text.charAt(i);
            int string = depth < MAX_DEPTH ? csharp(text, i, depth) : Form.NONE;
            if (string != Form.NONE) {
                i = string;
            } else if (c == '\n' && !verbatim) {
                return i;
            } else {
                braces += c == '{' ? 1 : c == '}' ? -1 : 0;
                i++;
            }
        }
        return i;
    }

    private static int run(String text, int at, char c) {
        int i = at;
        while (i < text.length() && text.charAt(i) == c) {
            i++;
        }
        return i - at;
    }

    /** PHP's {@code <<<WORD} up to a line that begins with that word. */
    static int heredoc(String text, int at, Form.Context context) {
        if (!text.startsWith("<<<", at)) {
            return Form.NONE;
        }
        int lineEnd = Comments.lineEnd(text, at);
        String word = text.substring(at + 3, lineEnd).replaceAll("[\"'\\s]", "");
        if (word.isEmpty() || word.length() > 60 || !word.matches("\\w+")) {
            return Form.NONE;
        }
        int start = lineEnd;
        while (start < text.length()) {
            int end = Comments.lineEnd(text, start + 1);
            int begin = Math.min(start + 1, end);
            if (text.substring(begin, end).stripLeading().startsWith(word)) {
                return begin + text.substring(begin, end).indexOf(word) + word.length();
            }
            start = end;
        }
        return text.length();
    }
}

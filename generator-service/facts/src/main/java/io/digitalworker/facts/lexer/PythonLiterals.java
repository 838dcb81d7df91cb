package io.digitalworker.facts.lexer;

/** Python's strings with their prefixes; those with holes may hold quotes like their own (PEP 701). */
final class PythonLiterals {
    private static final String PREFIXES = "rRbBuUfFtT";

    /** Strings within holes of strings are followed this deep. */
    private static final int MAX_DEPTH = 16;

    private PythonLiterals() {}

    static int string(String text, int at, Form.Context context) {
        return string(text, at, 0);
    }

    private static int string(String text, int at, int depth) {
        int quote = at;
        boolean holes = false;
        while (quote < text.length() && quote < at + 2 && isPrefix(text.charAt(quote))) {
            holes |= "fFtT".indexOf(text.charAt(quote)) >= 0;
            quote++;
        }
        if (quote == text.length() || !isQuote(text.charAt(quote))) {
            return Form.NONE;
        }
        char c = text.charAt(quote);
        boolean tripled = text.startsWith(String.valueOf(c).repeat(3), quote);
        return new Quoted(text, c, tripled, holes, depth).end(quote + (tripled ? 3 : 1));
    }

    private static boolean isPrefix(char c) {
        return PREFIXES.indexOf(c) >= 0;
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private record Quoted(String text, char quote, boolean tripled, boolean holes, int depth) {
        int end(int from) {
            int i = from;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (c == quote && closes(i)) {
                    return i + (tripled ? 3 : 1);
                }
                if (c == '\n' && !tripled) {
                    return i;
                }
                if (c == '{' && holes && !text.startsWith("{{", i)) {
                    i = hole(i + 1);
                } else {
                    boolean doubled = c == '{' && holes;
                    i += c == '\\' || doubled ? 2 : 1;
                }
            }
            return text.length();
        }

        private boolean closes(int at) {
            return !tripled
                    || (at + 2 < text.length()
                            && text.charAt(at + 1) == quote
                            && text.charAt(at + 2) == quote);
        }

        /** Behind the brace that closes a hole; before the end of the line if none does. */
        private int hole(int from) {
            int brackets = 1;
            boolean format = false;
            int i = from;
            while (i < text.length() && brackets > 0) {
                char c = text.charAt(i);
                if (c == '\n' && !tripled) {
                    return i;
                }
                boolean starts = !format && depth < MAX_DEPTH && startsString(i);
                if (starts) {
                    i = Math.max(i + 1, string(text, i, depth + 1));
                    continue;
                }
                if (format && c == quote && closes(i)) {
                    return i;
                }
                format |= c == ':' && brackets == 1;
                brackets += change(c);
                i++;
            }
            return i;
        }

        private boolean startsString(int at) {
            char c = text.charAt(at);
            if (isQuote(c)) {
                return true;
            }
            boolean begins = !Character.isJavaIdentifierPart(text.charAt(at - 1));
            return begins && isPrefix(c) && string(text, at, MAX_DEPTH) != Form.NONE;
        }

        private static int change(char c) {
            return switch (c) {
                case '{', '(', '[' -> 1;
                case '}', ')', ']' -> -1;
                default -> 0;
            };
        }
    }
}

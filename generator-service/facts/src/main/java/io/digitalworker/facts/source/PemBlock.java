package io.digitalworker.facts.source;

import java.util.List;

/** The body of a private key between its BEGIN and END lines, or behind PuTTY's line before it. */
final class PemBlock {
    private static final String DASHES = "-----";
    private static final String END = "-----END";
    private static final int LONGEST = 20_000;

    private PemBlock() {}

    /**
     * Adds the span of the body. A block without an end, or code that merely speaks of the marks, ends
     * with the first character that no key has.
     *
     * @return its end
     */
    static int body(String text, int at, List<int[]> spans) {
        boolean putty = !text.startsWith(DASHES, at);
        int header =
                putty
                        ? text.indexOf('\n', at) - DASHES.length()
                        : text.indexOf(DASHES, at + DASHES.length());
        int from = header < 0 ? text.length() : header + DASHES.length();
        int mark = text.substring(from, Math.min(text.length(), from + LONGEST)).indexOf(END);
        int to = mark < 0 || isCode(text, from, from + mark) ? run(text, from) : from + mark;
        spans.add(new int[] {from, to});
        return Math.max(from, to);
    }

    private static boolean isCode(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> c == '(' || c == '{' || c == ')');
    }

    private static int run(String text, int from) {
        int at = from;
        while (at < text.length() && isKeyPart(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isKeyPart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || " \n\t+/=\\\"'".indexOf(c) >= 0);
    }
}

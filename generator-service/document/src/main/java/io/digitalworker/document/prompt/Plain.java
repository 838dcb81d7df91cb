package io.digitalworker.document.prompt;

import java.util.regex.Pattern;

/**
 * Text of others as it may stand in a prompt. What cannot be seen, and so could carry orders past whoever
 * reads the source, becomes a replacement character: controls, format characters such as those that turn
 * the direction of writing, tags, and characters for private use.
 */
final class Plain {
    private static final char UNSEEN = '\uFFFD';
    private static final int LONGEST_LINE = 300;

    /** Values that need no quotation marks to be told from what stands around them. */
    private static final Pattern BARE = Pattern.compile("[\\w./:{}<>@*+~#%-]+");

    private Plain() {}

    /** Lines as they are, long ones cut. */
    static String line(String line) {
        return seen(line, LONGEST_LINE);
    }

    /** A value in one line, in quotation marks unless it is one word. */
    static String value(String value, int most) {
        String shown = seen(value, most);
        return BARE.matcher(shown).matches() ? shown : quoted(shown);
    }

    /** Words in one line and in quotation marks. */
    static String quoted(String words, int most) {
        return quoted(seen(words, most));
    }

    private static String quoted(String shown) {
        return '"' + shown.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** At most so many characters; what is cut is marked. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }

    /** The same of a text that may be very long: no more of it is looked at than is shown. */
    private static String seen(String text, int most) {
        return shortened(seen(text.substring(0, Math.min(text.length(), 2 * most + 1))), most);
    }

    /** In one line, without anything that cannot be seen. */
    static String seen(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> seen.appendCodePoint(isSpace(c) ? ' ' : isUnseen(c) ? UNSEEN : c));
        return seen.toString();
    }

    private static boolean isSpace(int c) {
        return c == '\n' || c == '\r' || c == '\t' || Character.isSpaceChar(c);
    }

    /** Whether a text holds what no answer and no data may hold. */
    static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE;
    }
}

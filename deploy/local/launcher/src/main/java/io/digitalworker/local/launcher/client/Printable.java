package io.digitalworker.local.launcher.client;

/** Text of others for a terminal: nothing in it can move the cursor or paint. */
public final class Printable {
    private Printable() {}

    /** The text with {@code ?} for control characters and for what reverses the direction of writing. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(each -> safe.appendCodePoint(isHarmless(each) ? each : '?'));
        return safe.toString();
    }

    private static boolean isHarmless(int character) {
        int type = Character.getType(character);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }
}

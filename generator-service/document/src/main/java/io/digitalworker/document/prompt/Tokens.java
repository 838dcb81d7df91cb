package io.digitalworker.document.prompt;

/**
 * How many tokens a text makes, reckoned before a call and on the safe side: characters of ASCII by a ratio,
 * any other by its bytes in UTF-8, of which no tokenizer that works on bytes makes more than a token each.
 */
final class Tokens {
    /** Stands in texts where the delimiter will stand; data never holds it. */
    static final char DELIMITER = '\u0000';

    /** Random letters and digits hardly share tokens. */
    private static final double OF_DELIMITER = 48;

    private Tokens() {}

    static double of(String text, double charsPerToken) {
        long ascii = 0;
        long bytes = 0;
        long delimiters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == DELIMITER) {
                delimiters++;
            } else if (c < 0x80) {
                ascii++;
            } else {
                bytes += c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        }
        return ascii / charsPerToken + bytes + delimiters * OF_DELIMITER;
    }
}

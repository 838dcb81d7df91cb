package io.digitalworker.facts.source;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts that nobody typed, in a line that speaks of secrets: long runs of the letters of Base64 or of
 * hexadecimal digits that are as mixed as chance mixes them. Digests, GUIDs, public keys and pictures look
 * alike and are no secrets.
 */
final class RandomText {
    private static final int SHORTEST = 20;
    private static final int SHORTEST_HEX = 32;

    /** Bits a character; sixteen different digits have four. */
    private static final double HEX_ENTROPY = 3.0;

    /** Of the greatest entropy that so many characters can have. */
    private static final double SHARE = 0.85;

    /** The letters of Base64 have six bits, of which a short text can show fewer. */
    private static final double ENOUGH = 4.4;

    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Pattern PUBLIC_START =
            Pattern.compile(
                    "(?:AAAA[BCE]|MIIBI|MIICI|MFkw|MCow|iVBOR|R0lGOD|PHN2Zy|data)[\\s\\S]*");
    private static final Set<String> DIGEST_WORDS =
            Set.of(
                    "sha1",
                    "sha256",
                    "sha384",
                    "sha512",
                    "sha-",
                    "md5",
                    "integrity",
                    "checksum",
                    "digest",
                    "etag",
                    "commit",
                    "revision",
                    "fingerprint",
                    "thumbprint",
                    "publickey",
                    "public key",
                    "public_key",
                    "public-key",
                    "ssh-rsa",
                    "ssh-ed25519",
                    "base64,");

    private RandomText() {}

    /**
     * Adds the spans of such texts in the line at {@code at}.
     *
     * @return the end of the line
     */
    static int inLine(String text, int at, List<int[]> spans) {
        int start = text.lastIndexOf('\n', at) + 1;
        int newline = text.indexOf('\n', at);
        int end = newline < 0 ? text.length() : newline;
        int from = start;
        while (from + SHORTEST <= end) {
            int to = from;
            while (to < end && isPart(text.charAt(to))) {
                to++;
            }
            if (to - from >= SHORTEST && isRandom(text.substring(from, to))) {
                spans.add(new int[] {from, to});
            }
            from = to + 1;
        }
        if (!spans.isEmpty() && speaksOfDigests(text.substring(start, end))) {
            spans.clear();
        }
        return end;
    }

    private static boolean speaksOfDigests(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return DIGEST_WORDS.stream().anyMatch(lower::contains);
    }

    private static boolean isPart(char c) {
        return isLetterOrDigit(c) || c == '+' || c == '/' || c == '_' || c == '-';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isRandom(String text) {
        if (GUID.matcher(text).find() || PUBLIC_START.matcher(text).matches()) {
            return false;
        }
        Mix mix = Mix.of(text);
        if (mix.hexadecimal()) {
            return text.length() >= SHORTEST_HEX && entropy(text) >= HEX_ENTROPY;
        }
        double enough = Math.min(ENOUGH, SHARE * Math.log(text.length()) / Math.log(2));
        return mix.isByChance() && entropy(text) >= enough;
    }

    /** Whether a value has a digit and so many bits a character. */
    static boolean hasEntropy(String value, double bits) {
        return value.chars().anyMatch(Character::isDigit) && entropy(value) >= bits;
    }

    /** Shannon's entropy in bits a character. */
    static double entropy(String text) {
        int[] counts = new int[128];
        for (int i = 0; i < text.length(); i++) {
            counts[text.charAt(i) & 127]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / text.length();
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    /**
     * How capitals, small letters, digits and signs alternate: names have words, chance has none.
     *
     * @param changes how often one kind of letter follows another
     * @param digitRuns runs of digits
     * @param signs neither letters nor digits
     * @param hexadecimal digits and letters up to F only, of one case
     */
    private record Mix(
            int length, int changes, int digitRuns, int digits, int signs, boolean hexadecimal) {
        private static final double CHANGING = 0.38;
        private static final double DIGITS = 0.1;
        private static final double SIGNS = 0.12;

        static Mix of(String text) {
            int changes = 0;
            int digitRuns = 0;
            int digits = 0;
            int signs = 0;
            int before = -1;
            boolean lowerHex = true;
            boolean upperHex = true;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                int kind = kind(c);
                changes += before >= 0 && kind != before ? 1 : 0;
                digitRuns += kind == 2 && before != 2 ? 1 : 0;
                digits += kind == 2 ? 1 : 0;
                signs += kind == 3 ? 1 : 0;
                lowerHex &= kind == 2 || (c >= 'a' && c <= 'f');
                upperHex &= kind == 2 || (c >= 'A' && c <= 'F');
                before = kind;
            }
            boolean hex = (lowerHex || upperHex) && digits < text.length();
            return new Mix(text.length(), changes, digitRuns, digits, signs, hex);
        }

        private static int kind(char c) {
            return c >= 'a' && c <= 'z'
                    ? 0
                    : c >= 'A' && c <= 'Z' ? 1 : c <= '9' && c >= '0' ? 2 : 3;
        }

        boolean isByChance() {
            boolean mixed = digitRuns >= 2 && changes >= CHANGING * length;
            boolean strewn = digitRuns >= 3 && digits >= DIGITS * length;
            return signs <= SIGNS * length && digits < length - signs && (mixed || strewn);
        }
    }
}

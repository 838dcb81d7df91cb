package io.digitalworker.facts.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes to text: byte order marks (also two in a row), UTF-16 with and without one, UTF-8, else
 * Windows-1252. Line ends become {@code \n}.
 */
final class Decoding {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 8_192;

    private Decoding() {}

    /** Whether this is no text at all: it holds zero bytes and is not UTF-16. */
    static boolean binary(byte[] bytes) {
        return hasZero(bytes) && utf16(bytes).isEmpty();
    }

    private static boolean hasZero(byte[] bytes) {
        int sample = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < sample; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** The text, or empty when no encoding fits. */
    static Optional<String> text(byte[] bytes) {
        boolean marked = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
        if (marked || hasZero(bytes)) {
            Optional<Charset> utf16 = utf16(bytes);
            if (utf16.isPresent()) {
                return strict(bytes, utf16.get()).map(Decoding::clean);
            }
        }
        return utf8(bytes)
                .or(() -> strict(bytes, WINDOWS_1252).filter(Decoding::plausible))
                .map(Decoding::clean);
    }

    /** The lenient decoder is many times quicker than a strict one, and marks what it forgave. */
    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? Optional.of(text)
                : strict(bytes, StandardCharsets.UTF_8);
    }

    private static Optional<Charset> utf16(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return utf16WithoutMark(bytes);
    }

    /** Western text in UTF-16 has a zero in nearly every second byte, and in one half only. */
    private static Optional<Charset> utf16WithoutMark(byte[] bytes) {
        int sample = Math.min(bytes.length, SAMPLE) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample; i += 2) {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }
        int half = sample / 2;
        if (half >= 4 && odd > half * 0.8 && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (half >= 4 && even > half * 0.8 && odd == 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Text in a one-byte encoding has no control characters but white space. */
    private static boolean plausible(String text) {
        return text.chars().noneMatch(c -> c < 0x20 && !Character.isWhitespace(c));
    }

    private static String clean(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\uFEFF') {
            start++;
        }
        String rest = start == 0 ? text : text.substring(start);
        return rest.indexOf('\r') < 0 ? rest : withPlainLineEnds(rest);
    }

    private static String withPlainLineEnds(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', done)) {
            plain.append(text, done, at).append('\n');
            boolean pair = at + 1 < text.length() && text.charAt(at + 1) == '\n';
            done = pair ? at + 2 : at + 1;
        }
        return plain.append(text, done, text.length()).toString();
    }
}

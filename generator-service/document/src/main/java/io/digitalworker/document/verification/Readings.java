package io.digitalworker.document.verification;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as a model may read it: as it stands, and decoded in the ways that models can. */
final class Readings {
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?i)[0-9a-f][0-9a-f\\s:]{15,}");
    private static final Pattern ESCAPE =
            Pattern.compile(
                    "(?i)\\\\u\\{?([0-9a-f]{4,5})\\}?|\\\\x([0-9a-f]{2})|&#x([0-9a-f]{2,5});|%([0-9a-f]{2})");
    private static final Pattern DECIMAL = Pattern.compile("&#(\\d{2,6});");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t\\r]]");

    /** Letters that look like Latin ones, and those. */
    private static final String LOOK_ALIKE = "аеорсухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅαεοριυνΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final String LATIN = "aeopcyxijshdqwABEKMHOPCTYXIJSaeopiuvABEZHIKMNOPTYX";

    private Readings() {}

    static List<String> of(String text) {
        List<String> readings = new ArrayList<>();
        String plain = plain(text);
        readings.add(plain);
        decoded(BASE64, plain, Readings::base64).ifPresent(readings::add);
        decoded(HEX, plain, Readings::hex).ifPresent(readings::add);
        String unescaped = escapes(plain);
        if (!unescaped.equals(plain)) {
            readings.add(unescaped);
        }
        readings.add(rotated(plain));
        readings.add(new StringBuilder(plain).reverse().toString());
        return readings;
    }

    /** Without what cannot be seen, and in Latin letters where it looks so. */
    private static String plain(String text) {
        String visible =
                INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        StringBuilder latin = new StringBuilder(visible);
        for (int i = 0; i < latin.length(); i++) {
            int at = latin.charAt(i) < 128 ? -1 : LOOK_ALIKE.indexOf(latin.charAt(i));
            if (at >= 0) {
                latin.setCharAt(i, LATIN.charAt(at));
            }
        }
        return latin.toString();
    }

    private static Optional<String> decoded(
            Pattern form, String text, Function<String, Optional<String>> decoding) {
        List<String> found =
                form.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .flatMap(each -> decoding.apply(each).stream())
                        .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", found));
    }

    private static Optional<String> base64(String run) {
        try {
            String standard = run.replace('-', '+').replace('_', '/').replace("=", "");
            int whole = standard.length() - (standard.length() % 4 == 1 ? 1 : 0);
            return utf8(Base64.getDecoder().decode(standard.substring(0, whole)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A run may have begun with the last letter of the word before it. */
    private static Optional<String> hex(String run) {
        String digits = run.replaceAll("[\\s:]", "");
        return bytes(digits).or(() -> bytes(digits.substring(1)));
    }

    private static Optional<String> bytes(String digits) {
        return utf8(HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2)))
                .filter(text -> text.chars().noneMatch(Character::isISOControl));
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(
                    plain(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String escapes(String text) {
        String once =
                ESCAPE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(code(found)));
        return DECIMAL.matcher(once)
                .replaceAll(
                        found ->
                                Matcher.quoteReplacement(
                                        character(Integer.parseInt(found.group(1)))));
    }

    private static String code(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return character(Integer.parseInt(found.group(group), 16));
            }
        }
        return found.group();
    }

    private static String character(int code) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }

    /** Letters moved on by thirteen, which brings back what was moved so. */
    private static String rotated(String text) {
        StringBuilder rotated = new StringBuilder(text);
        for (int i = 0; i < rotated.length(); i++) {
            char c = rotated.charAt(i);
            if (c >= 'a' && c <= 'z') {
                rotated.setCharAt(i, (char) ('a' + (c - 'a' + 13) % 26));
            } else if (c >= 'A' && c <= 'Z') {
                rotated.setCharAt(i, (char) ('A' + (c - 'A' + 13) % 26));
            }
        }
        return rotated.toString();
    }
}

package io.digitalworker.facts.data;

import java.util.regex.Pattern;

/** What a plain scalar is (YAML 1.2, core schema, section 10.3.2). */
final class YamlScalars {
    private static final int LONGEST = 64;
    private static final Pattern NUMBER =
            Pattern.compile(
                    "[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?"
                            + "|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private YamlScalars() {}

    static ScalarType typeOf(String value) {
        return switch (value) {
            case "", "~", "null", "Null", "NULL" -> ScalarType.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> ScalarType.BOOLEAN;
            default -> isNumber(value) ? ScalarType.NUMBER : ScalarType.STRING;
        };
    }

    private static boolean isNumber(String value) {
        return value.length() <= LONGEST
                && value.charAt(0) <= '9'
                && NUMBER.matcher(value).matches();
    }
}

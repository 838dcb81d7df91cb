package io.digitalworker.facts.framework.general;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about the value of a setting (design §4.7): its type, and the value of a boolean, a
 * number or a word of a closed list; never of what may be a secret.
 */
record SettingValue(String type, @Nullable String value) {
    static final SettingValue UNKNOWN = new SettingValue("", null);
    static final SettingValue OBJECT = new SettingValue("object", null);
    static final SettingValue LIST = new SettingValue("list", null);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(?:\\.\\d{1,6})?");
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(?:password|passwd|pwd|secret|token|credentials?|key|pin|salt|passphrase)$");

    /** Values of enumerations that settings of many frameworks share. */
    private static final Set<String> WORDS =
            Set.of(
                    "trace",
                    "debug",
                    "information",
                    "info",
                    "warning",
                    "warn",
                    "error",
                    "critical",
                    "fatal",
                    "off",
                    "none",
                    "development",
                    "production",
                    "staging",
                    "test",
                    "dev",
                    "prod",
                    "validate",
                    "update",
                    "create",
                    "create-drop",
                    "create-only",
                    "drop-and-create",
                    "always",
                    "never",
                    "lax",
                    "strict");

    /** By a value as it stands in a file. */
    static SettingValue of(String key, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("true") || lower.equals("false")) {
            return new SettingValue("boolean", lower);
        }
        boolean secret = SECRET.matcher(key).matches();
        if (NUMBER.matcher(text).matches()) {
            return new SettingValue("number", secret ? null : text);
        }
        boolean word = WORDS.contains(lower) && !secret;
        return new SettingValue(text.isEmpty() ? "" : "string", word ? text : null);
    }

    /** By a type as code names it. */
    static String type(String written) {
        String plain = written.endsWith("?") ? written.substring(0, written.length() - 1) : written;
        String simple = simple(plain);
        if (plain.endsWith("[]")) {
            return "list";
        }
        return switch (simple) {
            case "bool", "boolean", "Boolean", "OptionalBoolean" -> "boolean";
            case "int",
                    "Integer",
                    "long",
                    "Long",
                    "double",
                    "Double",
                    "float",
                    "Float",
                    "decimal",
                    "short",
                    "Short",
                    "uint",
                    "ulong",
                    "byte",
                    "number",
                    "BigDecimal",
                    "Int",
                    "OptionalInt",
                    "OptionalLong",
                    "OptionalDouble",
                    "Int32",
                    "Int64" ->
                    "number";
            case "string",
                    "String",
                    "str",
                    "CharSequence",
                    "SecretStr",
                    "EmailStr",
                    "AnyUrl",
                    "HttpUrl",
                    "AnyHttpUrl",
                    "PostgresDsn",
                    "RedisDsn",
                    "Path",
                    "Uri",
                    "URI",
                    "URL" ->
                    "string";
            case "List",
                    "Set",
                    "IList",
                    "IEnumerable",
                    "ICollection",
                    "Collection",
                    "list",
                    "set",
                    "IReadOnlyList",
                    "HashSet",
                    "tuple",
                    "Array",
                    "Tuple" ->
                    "list";
            case "Optional", "Nullable", "Final" -> type(inner(plain));
            case "" -> "";
            default -> "object";
        };
    }

    private static String simple(String written) {
        int generic = Math.max(written.indexOf('<'), written.indexOf('['));
        String bare = generic < 0 ? written : written.substring(0, generic);
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    private static String inner(String written) {
        int open = Math.max(written.indexOf('<'), written.indexOf('['));
        return open < 0 || open + 1 >= written.length() - 1
                ? ""
                : written.substring(open + 1, written.length() - 1);
    }
}

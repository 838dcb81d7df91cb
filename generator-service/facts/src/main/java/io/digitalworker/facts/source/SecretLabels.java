package io.digitalworker.facts.source;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand where a secret might and are none: hiding them would destroy facts. */
final class SecretLabels {
    private static final Pattern VERSION = Pattern.compile("[~^<>=v]{0,2}\\d+(?:\\.[\\dx*]+){1,3}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z/:_{}.-]*");
    private static final Pattern DOTTED = Pattern.compile("[A-Za-z]+(?:\\.[A-Za-z]+)+");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");
    private static final Set<String> PLAIN =
            Set.of(
                    "password",
                    "passwd",
                    "token",
                    "secret",
                    "apikey",
                    "xapikey",
                    "accesstoken",
                    "refreshtoken",
                    "confirmpassword",
                    "newpassword",
                    "oldpassword",
                    "currentpassword",
                    "secretkey",
                    "accesskey",
                    "privatekey",
                    "string",
                    "text",
                    "required",
                    "bearer",
                    "number",
                    "boolean",
                    "varchar",
                    "null",
                    "undefined");
    private static final Set<String> SWITCHES =
            Set.of("true", "false", "null", "none", "undefined");
    private static final int LONGEST = 128;

    private SecretLabels() {}

    /** A version, a path, an address, or a mere yes or no. */
    static boolean isAddress(String value) {
        return value.length() <= LONGEST
                && (SWITCHES.contains(value.toLowerCase(Locale.ROOT))
                        || value.startsWith("http://")
                        || value.startsWith("https://")
                        || VERSION.matcher(value).matches()
                        || PATH.matcher(value).matches());
    }

    /** A name of something, such as of a field, a message or a constant. */
    static boolean isName(String name, String value) {
        if (value.length() > LONGEST) {
            return false;
        }
        String letters = letters(value);
        return PLAIN.contains(letters)
                || letters.equals(letters(name))
                || DOTTED.matcher(value).matches()
                || CONSTANT.matcher(value).matches();
    }

    /** The identifier that goes on at an offset. */
    static String nameAt(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST && isNamePart(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && end - at < LONGEST && isNamePart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private static String letters(String text) {
        boolean plain = text.chars().noneMatch(c -> !isNamePart((char) c));
        return plain ? text.replaceAll("[_-]", "").toLowerCase(Locale.ROOT) : text;
    }
}

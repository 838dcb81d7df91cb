package io.digitalworker.facts.framework.dependency;

import java.util.Optional;

/**
 * A requirement as PEP 508 writes it.
 *
 * @param name without extras
 * @param version the one of a single {@code ==}, else all conditions as written
 */
record PythonRequirement(String name, String version) {
    /** Reads {@code name[extra]>=1,<2 ; marker}; empty for paths, options and all else. */
    static Optional<PythonRequirement> of(String written) {
        String text = withoutComment(written);
        int marker = text.indexOf(';');
        String plain = (marker < 0 ? text : text.substring(0, marker)).strip();
        int end = 0;
        while (end < plain.length() && isNamePart(plain.charAt(end))) {
            end++;
        }
        String name = plain.substring(0, end);
        if (name.isEmpty() || !Character.isLetterOrDigit(name.charAt(0))) {
            return Optional.empty();
        }
        String rest = plain.substring(end).strip();
        if (rest.startsWith("[")) {
            int close = rest.indexOf(']');
            rest = close < 0 ? "" : rest.substring(close + 1).strip();
        }
        return version(rest).map(version -> new PythonRequirement(name, version));
    }

    private static Optional<String> version(String rest) {
        String plain =
                rest.startsWith("(") && rest.endsWith(")")
                        ? rest.substring(1, rest.length() - 1).strip()
                        : rest;
        int option = plain.indexOf(" --");
        plain = option < 0 ? plain : plain.substring(0, option).strip();
        if (plain.startsWith("@")) {
            return Optional.of(plain.substring(1).strip());
        }
        boolean condition = plain.isEmpty() || "=<>!~".indexOf(plain.charAt(0)) >= 0;
        return condition ? Optional.of(exact(plain)) : Optional.empty();
    }

    private static String exact(String conditions) {
        boolean one = conditions.startsWith("==") && conditions.indexOf(',') < 0;
        return one ? conditions.replaceAll("^=+\\s*", "") : conditions;
    }

    private static String withoutComment(String text) {
        int hash = text.startsWith("#") ? 0 : text.indexOf(" #");
        return hash < 0 ? text : text.substring(0, hash);
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    }
}

package io.digitalworker.facts.data;

import java.util.List;
import java.util.Locale;

/** A pattern of file names, matched without backtracking over more than one star. */
final class Glob {
    private final List<String> parts;
    private final boolean nameOnly;

    private Glob(List<String> parts, boolean nameOnly) {
        this.parts = parts;
        this.nameOnly = nameOnly;
    }

    static Glob of(String pattern) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        return new Glob(List.of(lower.split("/", -1)), lower.indexOf('/') < 0);
    }

    boolean matches(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (nameOnly) {
            return matchesName(parts.get(0), lower.substring(lower.lastIndexOf('/') + 1));
        }
        return matchesPath(List.of(lower.split("/", -1)));
    }

    /** As for names, with {@code **} as the star and names as the characters. */
    private boolean matchesPath(List<String> names) {
        int part = 0;
        int name = 0;
        int star = -1;
        int starName = 0;
        while (name < names.size()) {
            if (part < parts.size() && parts.get(part).equals("**")) {
                star = part++;
                starName = name;
            } else if (part < parts.size() && matchesName(parts.get(part), names.get(name))) {
                part++;
                name++;
            } else if (star >= 0) {
                part = star + 1;
                name = ++starName;
            } else {
                return false;
            }
        }
        while (part < parts.size() && parts.get(part).equals("**")) {
            part++;
        }
        return part == parts.size();
    }

    private static boolean matchesName(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int starName = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starName = n;
            } else if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++starName;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}

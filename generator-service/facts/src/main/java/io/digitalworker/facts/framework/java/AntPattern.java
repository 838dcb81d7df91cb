package io.digitalworker.facts.framework.java;

import java.util.List;

/** Ant's patterns, segment by segment: {@code *} within one, {@code **} for any number of them. */
final class AntPattern {
    private static final int MAX_SEGMENTS = 40;

    private AntPattern() {}

    static boolean matches(String pattern, String path) {
        List<String> wanted = segments(pattern);
        List<String> given = segments(path);
        return wanted.size() <= MAX_SEGMENTS
                && given.size() <= MAX_SEGMENTS
                && matches(wanted, given);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1)).stream().filter(s -> !s.isEmpty()).toList();
    }

    /** By a table, so that many {@code **} cost no more than length times length. */
    private static boolean matches(List<String> wanted, List<String> given) {
        boolean[][] fits = new boolean[wanted.size() + 1][given.size() + 1];
        fits[wanted.size()][given.size()] = true;
        for (int w = wanted.size() - 1; w >= 0; w--) {
            boolean any = wanted.get(w).equals("**") || wanted.get(w).startsWith("{*");
            for (int g = given.size(); g >= 0; g--) {
                boolean more = g < given.size();
                fits[w][g] =
                        any
                                ? fits[w + 1][g] || (more && fits[w][g + 1])
                                : more && fits[w + 1][g + 1] && one(wanted.get(w), given.get(g));
            }
        }
        return fits[0][0];
    }

    private static boolean one(String wanted, String given) {
        if (wanted.equals("*") || wanted.startsWith("{")) {
            return true;
        }
        int star = wanted.indexOf('*');
        if (star < 0) {
            return wanted.equals(given);
        }
        return given.startsWith(wanted.substring(0, star))
                && given.endsWith(wanted.substring(wanted.lastIndexOf('*') + 1));
    }
}

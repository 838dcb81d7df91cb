package io.digitalworker.facts.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a {@code .env} file, which is there to keep secrets out of the code. Its keys tell what can
 * be configured and stay; so do values that say where and how something runs: switches, small numbers,
 * paths, hosts, addresses, a plain word. Everything else is hidden, by whatever name it goes.
 */
final class EnvironmentFile {
    static final String RULE = "environment-file";

    /** Shorter ones are hidden only where another rule finds them. */
    private static final int SHORTEST = 6;

    private static final Pattern LINE =
            Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*[=:][ \\t]*(\\S.*)$");
    private static final Pattern PLAIN =
            Pattern.compile(
                    "\\d{1,5}|[a-z]{1,16}|[\\w.-]*\\.[a-z]{2,12}(?::\\d+)?|localhost(?::\\d+)?"
                            + "|\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?|\\.{0,2}/[\\w./-]*"
                            + "|[^:/\\s]+://.*|\\$.*|<.*|[A-Z]{1,8}");
    private static final Pattern SECRET_KEY =
            Pattern.compile(".*(?:pass|pwd|secret|token|key|auth|cred|salt|cookie|private|cert).*");
    private static final List<String> SAMPLES =
            List.of("example", "sample", "template", "dist", "defaults", "schema");

    private EnvironmentFile() {}

    /** Whether a file is one, and none of those that show what to fill in. */
    static boolean is(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean environment = name.startsWith(".env") || name.endsWith(".env");
        return environment && SAMPLES.stream().noneMatch(name::contains);
    }

    /** The spans of the values to hide. */
    static List<int[]> values(String text) {
        List<int[]> spans = new ArrayList<>();
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            String value = value(line.group(2));
            if (!isTold(line.group(1).toLowerCase(Locale.ROOT), value)) {
                int start = line.start(2) + line.group(2).indexOf(value);
                spans.add(new int[] {start, start + value.length()});
            }
        }
        return spans;
    }

    /** Without quotes and without the remark behind it. */
    private static String value(String written) {
        char first = written.charAt(0);
        if (first == '"' || first == '\'') {
            int end = written.indexOf(first, 1);
            return written.substring(1, end < 0 ? written.length() : end);
        }
        int remark = written.indexOf(" #");
        return (remark < 0 ? written : written.substring(0, remark)).strip();
    }

    private static boolean isTold(String key, String value) {
        boolean secret = SECRET_KEY.matcher(key).matches();
        return value.length() < SHORTEST
                || SecretLabels.isAddress(value)
                || (PLAIN.matcher(value).matches() && !(secret && isWord(value)));
    }

    private static boolean isWord(String value) {
        return value.chars().allMatch(Character::isLetterOrDigit);
    }
}

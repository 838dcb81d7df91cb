package io.digitalworker.facts.framework.general;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells tests from what they test, by the conventions of their places and names. */
public final class TestCode {
    private static final Set<String> DIRECTORIES =
            Set.of("test", "tests", "__tests__", "__mocks__", "spec", "specs", "e2e", "testing");
    private static final Pattern FILE =
            Pattern.compile("test_.*\\.py|.*_test\\.py|conftest\\.py|.*\\.(spec|test)\\.[a-z]+");

    private TestCode() {}

    public static boolean is(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        int from = 0;
        for (int slash = lower.indexOf('/'); slash >= 0; slash = lower.indexOf('/', from)) {
            String directory = lower.substring(from, slash);
            boolean project = directory.endsWith("tests") || directory.endsWith(".test");
            if (project || DIRECTORIES.contains(directory)) {
                return true;
            }
            from = slash + 1;
        }
        return FILE.matcher(lower.substring(from)).matches();
    }
}

package io.digitalworker.facts.framework.node;

import java.util.regex.Pattern;

/** Which files hold tests and not what is tested. */
public final class TestFiles {
    private static final Pattern TEST =
            Pattern.compile(
                    "(^|/)(__tests__|__mocks__|tests?|e2e|spec|cypress|benchmarks?)/|"
                            + "\\.(spec|test|e2e-spec|stories|d)\\.[cm]?[jt]sx?$|-test\\.[jt]s$");

    private TestFiles() {}

    public static boolean is(String path) {
        return TEST.matcher(path).find();
    }
}

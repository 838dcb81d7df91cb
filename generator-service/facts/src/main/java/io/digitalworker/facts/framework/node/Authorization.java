package io.digitalworker.facts.framework.node;

import java.util.regex.Pattern;

/** Which middleware, by its name, lets only certain callers through. */
public final class Authorization {
    private static final Pattern GUARD =
            Pattern.compile(
                    "(?i)(auth(?!or(?!i[sz])|entication(Routes?|Controller))|jwt|passport|permission|permit|\\bcan\\b|"
                            + "roles?\\b|hasRole|protect|guard|is_?admin|is_?logged|logged_?in|ensure(Log|Admin|User)|"
                            + "require_?(login|user|admin|role|sign)|(verify|check|validate)_?(token|access|admin|role)|"
                            + "token_?(required|verif|check)|\\bacl\\b|admin_?only|only_?admin|restrict)");
    private static final Pattern NO_GUARD =
            Pattern.compile(
                    "(?i)(initialize\\(\\)|session\\(|Controller|Router|Routes|rateLimit|limiter|"
                            + "req\\.session|express\\.|validat\\w*\\(|celebrate\\()");

    private Authorization() {}

    public static boolean guards(String written) {
        String head = head(written);
        return GUARD.matcher(head).find() && !NO_GUARD.matcher(head).find();
    }

    /** Of a long expression only its start tells; bodies of functions do not. */
    private static String head(String written) {
        int arrow = written.indexOf("=>");
        boolean function =
                written.startsWith("function") || written.startsWith("async") || arrow >= 0;
        return function ? "" : written.substring(0, Math.min(written.length(), 200));
    }

    /** In one line of at most 120 characters. */
    public static String written(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}

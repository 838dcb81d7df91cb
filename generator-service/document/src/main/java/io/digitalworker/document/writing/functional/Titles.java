package io.digitalworker.document.writing.functional;

import java.util.Locale;
import java.util.regex.Pattern;

/** What people would call something that the code has a name for: {@code Choose (gift wrap)}. */
final class Titles {
    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_-]+");
    private static final Pattern LAYER =
            Pattern.compile(
                    "(Controller|Endpoint|Handler|Consumer|Resource|Resolver|Service|Api|Model|Task"
                            + "|Views?|ViewSet|APIView)$");
    private static final Pattern ACT =
            Pattern.compile("(?i)on(get|post|put|delete|patch)|handle(event)?|invoke|execute|run");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+( [a-z]+)*");

    /** Words that a reader would take for a gap in the document. */
    private static final Pattern UNSURE =
            Pattern.compile(".*\\b(todo|tbd|tba|fixme|xxx|placeholder).*");

    private static final int LONGEST = 60;

    private Titles() {}

    /** The title of what a member does; empty if its name does not give plain words. */
    static String of(String member) {
        int dot = member.lastIndexOf('.');
        String type = dot < 0 ? "" : member.substring(member.lastIndexOf('.', dot - 1) + 1, dot);
        String act = member.substring(dot + 1).replaceFirst("Async$", "");
        String subject = words(LAYER.matcher(type).replaceFirst(""));
        String does = ACT.matcher(act).matches() ? "" : words(act);
        boolean both = !subject.isEmpty() && !does.isEmpty() && !does.equals(subject);
        String title = both ? does + " (" + subject + ")" : does.isEmpty() ? subject : does;
        boolean plain = title.length() <= LONGEST && !UNSURE.matcher(title).matches();
        return title.isEmpty() || !plain
                ? ""
                : title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    private static String words(String name) {
        String words = String.join(" ", WORDS.split(name)).toLowerCase(Locale.ROOT).strip();
        return PLAIN.matcher(words).matches() ? words : "";
    }
}

package io.digitalworker.document.verification;

import java.util.regex.Pattern;

/** The rules for a writer's own words. */
final class PlainWords {
    /** Names of code and numbers have no place in plain words. */
    private static final Pattern NAME =
            Pattern.compile("\\b[A-Za-z]*[a-z][A-Z]\\w*|\\w_\\w|\\w\\(\\)");

    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final Pattern PLACEHOLDER =
            Pattern.compile(
                    "(?i)\\b(TODO|TBD|TBA|FIXME|XXX|lorem ipsum|to be (determined|defined|written)|"
                            + "placeholder|coming soon|insert here)\\b");

    private static final Pattern LINK =
            Pattern.compile("(?i)\\]\\(|\\b[a-z][a-z0-9+.-]*://|\\bwww\\.|<[a-z/!]");

    private PlainWords() {}

    /** The rule that the words break; empty if none. */
    static String rule(String words) {
        if (PLACEHOLDER.matcher(words).find()) {
            return "placeholder";
        }
        if (DIGIT.matcher(words).find()) {
            return "unproven-number";
        }
        if (LINK.matcher(words).find()) {
            return "link-in-plain-words";
        }
        return NAME.matcher(words).find() ? "name-in-plain-words" : "";
    }
}

package io.digitalworker.document.verification;

import io.digitalworker.facts.fact.Validation;
import java.util.regex.Pattern;

/** Whether a greatest value is told as a least one, or the other way round. */
final class Bounds {
    private static final Pattern LEAST =
            Pattern.compile(
                    "(?i)\\b(?:least|minimum|more|longer|greater|larger|exceeds?|over|above)\\b");
    private static final Pattern MOST =
            Pattern.compile(
                    "(?i)\\b(?:most|maximum|limited|less|fewer|shorter|smaller|below|under|up)\\b");

    private Bounds() {}

    static boolean turnedRound(Told told, Ground ground) {
        String words = String.join(" ", told.words());
        return ground.facts().stream()
                .filter(fact -> fact instanceof Validation of && names(told, of.bound()))
                .map(Validation.class::cast)
                .anyMatch(
                        rule ->
                                (rule.rule().startsWith("max") && LEAST.matcher(words).find())
                                        || (rule.rule().startsWith("min")
                                                && MOST.matcher(words).find()));
    }

    private static boolean names(Told told, String bound) {
        return !bound.isEmpty()
                && told.mentions().anyMatch(mention -> mention.shown().equals(bound));
    }
}

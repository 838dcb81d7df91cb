package io.digitalworker.document.brief;

import java.util.List;

/**
 * Something that only people can say.
 *
 * @param id derived from the feature, so that it stays the same in a revision
 * @param role whom to ask
 */
public record Question(String id, String role, FeatureEvidence feature) {
    /** One question for each feature that the code does not bear out in full. */
    public static List<Question> of(Material material) {
        return material.features().stream()
                .filter(feature -> feature.status() != FeatureStatus.EVIDENCED)
                .map(Question::of)
                .toList();
    }

    private static Question of(FeatureEvidence feature) {
        boolean missing = feature.status() == FeatureStatus.NO_EVIDENCE;
        return new Question(
                (missing ? "Q-where-" : "Q-whole-") + feature.feature().id(),
                missing ? "developer" : "product owner",
                feature);
    }

    /** What is asked before the requirement is named. */
    public String before() {
        return feature.status() == FeatureStatus.NO_EVIDENCE
                ? "Where is "
                : "Does the code that was found for ";
    }

    /** What is asked after the requirement is named. */
    public String after() {
        return feature.status() == FeatureStatus.NO_EVIDENCE
                ? " implemented, or is it still to be built?"
                : " cover the whole feature?";
    }

    /** The question in one line. */
    public String text() {
        return before() + feature.requirement() + after();
    }
}

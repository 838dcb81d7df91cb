package io.digitalworker.document.brief;

import io.digitalworker.api.Feature;
import java.util.List;
import java.util.Objects;

/**
 * The code that fits a feature best.
 *
 * @param coverage the highest coverage of any match, 0 to 1
 * @param matches best first; empty for {@link FeatureStatus#NO_EVIDENCE}
 */
public record FeatureEvidence(
        Feature feature, FeatureStatus status, double coverage, List<Match> matches) {
    /** From this coverage on, a feature is {@link FeatureStatus#EVIDENCED}. */
    public static final double EVIDENCED_FROM = 0.45;

    /** From this coverage on, a feature is {@link FeatureStatus#PARTIAL}. */
    public static final double PARTIAL_FROM = 0.3;

    /**
     * A chunk that fits.
     *
     * @param coverage share of the feature's words that the chunk holds, weighted by their rarity
     */
    public record Match(Chunk chunk, double coverage) {}

    public FeatureEvidence {
        Objects.requireNonNull(feature, "feature");
        matches = List.copyOf(matches);
        if ((status == FeatureStatus.NO_EVIDENCE) != matches.isEmpty()) {
            throw new IllegalArgumentException(
                    feature.id() + " is " + status.key() + " with " + matches.size() + " matches");
        }
    }

    /** {@code FR-<feature>-1}. */
    public String requirement() {
        return "FR-" + feature.id() + "-1";
    }

    static FeatureStatus statusOf(double coverage) {
        if (coverage >= EVIDENCED_FROM) {
            return FeatureStatus.EVIDENCED;
        }
        return coverage >= PARTIAL_FROM ? FeatureStatus.PARTIAL : FeatureStatus.NO_EVIDENCE;
    }
}

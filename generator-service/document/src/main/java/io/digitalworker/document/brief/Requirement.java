package io.digitalworker.document.brief;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Fact;
import java.util.List;

/**
 * Something that the module must do: a feature in its own words, or what the code linked to a feature
 * shows that it does.
 *
 * @param id {@code FR-<feature>-<n>}; the first is the feature itself
 * @param facts what it is derived from; empty for the feature itself
 */
public record Requirement(String id, FeatureEvidence feature, Kind kind, List<Fact> facts) {
    /** What a requirement is about. */
    public enum Kind {
        /** The feature as the descriptor has it. */
        FEATURE,
        /** An address answers. */
        ADDRESS,
        /** Values keep rules. */
        RULES,
        /** A right guards something. */
        RIGHT,
        /** A setting changes what is done. */
        SETTING,
        /** A message is acted upon. */
        REACTION,
        /** Work is done at certain times. */
        SCHEDULE,
        /** A message is published. */
        NOTICE
    }

    public Requirement {
        facts = List.copyOf(facts);
        if ((kind == Kind.FEATURE) != facts.isEmpty()) {
            throw new IllegalArgumentException(id + " of kind " + kind + " has " + facts);
        }
    }

    /** Of the feature its own; of what is derived, partial when it is only likely. */
    public FeatureStatus status() {
        if (kind == Kind.FEATURE) {
            return feature.status();
        }
        boolean sure =
                facts.stream().allMatch(f -> f.confidence().compareTo(Confidence.HEURISTIC) < 0);
        return sure ? FeatureStatus.EVIDENCED : FeatureStatus.PARTIAL;
    }
}

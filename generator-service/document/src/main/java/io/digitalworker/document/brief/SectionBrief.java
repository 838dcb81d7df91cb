package io.digitalworker.document.brief;

import io.digitalworker.api.Descriptor;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.outline.Section;
import io.digitalworker.facts.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a section is written from. Briefs of one document share their facts and evidence.
 *
 * @param features in the descriptor's order
 */
public record SectionBrief(
        Section section,
        Outline outline,
        Descriptor descriptor,
        Facts facts,
        List<FeatureEvidence> features) {
    public SectionBrief {
        Objects.requireNonNull(section, "section");
        features = List.copyOf(features);
    }

    /** One brief per section of the outline, in its order. */
    public static List<SectionBrief> of(
            Outline outline, Descriptor descriptor, Facts facts, Retrieval retrieval) {
        List<FeatureEvidence> features =
                descriptor.features().stream()
                        .map(feature -> retrieval.find(feature, outline.membersPerFeature()))
                        .toList();
        List<SectionBrief> briefs = new ArrayList<>();
        for (Section section : outline.sections()) {
            briefs.add(new SectionBrief(section, outline, descriptor, facts, features));
        }
        return briefs;
    }
}

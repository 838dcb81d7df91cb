package io.digitalworker.document.brief;

import io.digitalworker.api.Descriptor;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.facts.Facts;
import java.util.List;
import java.util.Objects;

/**
 * What a document is written from.
 *
 * @param descriptor without {@linkplain Descriptor#faults() faults}
 * @param features in the descriptor's order
 */
public record Material(
        Outline outline, Descriptor descriptor, Facts facts, List<FeatureEvidence> features) {
    public Material {
        Objects.requireNonNull(outline, "outline");
        Objects.requireNonNull(facts, "facts");
        features = List.copyOf(features);
        if (!descriptor.faults().isEmpty()) {
            throw new IllegalArgumentException("descriptor has faults: " + descriptor.faults());
        }
    }

    /** Looks up each feature of the descriptor in the code. */
    public static Material gather(
            Outline outline, Descriptor descriptor, Facts facts, Retrieval retrieval) {
        List<FeatureEvidence> features =
                descriptor.features().stream()
                        .map(feature -> retrieval.find(feature, outline.membersPerFeature()))
                        .toList();
        return new Material(outline, descriptor, facts, features);
    }

    /** One brief per section of the outline, in its order. */
    public List<SectionBrief> briefs() {
        return outline.sections().stream().map(section -> new SectionBrief(section, this)).toList();
    }

    /** How many features have a status. */
    public long features(FeatureStatus status) {
        return features.stream().filter(feature -> feature.status() == status).count();
    }

    /** The name of the module asked for. */
    public String moduleName() {
        return Objects.requireNonNull(descriptor.moduleName(), "moduleName");
    }

    /** The version of the module asked for. */
    public String version() {
        return Objects.requireNonNull(descriptor.version(), "version");
    }
}

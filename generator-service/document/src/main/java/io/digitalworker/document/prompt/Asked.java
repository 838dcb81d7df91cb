package io.digitalworker.document.prompt;

import io.digitalworker.api.Descriptor;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.facts.fact.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people asked for: module, version, features with their requirements, and what else came along. */
final class Asked {
    /** Characters of a text at most, from the roomiest to the tightest. */
    private static final List<Integer> WIDTHS = List.of(700, 250, 80);

    private static final int FACTS = 12;

    private final Material material;
    private final Handles handles;

    Asked(Material material, Handles handles) {
        this.material = material;
        this.handles = handles;
    }

    /** As much of it as has room; the first features if not all. */
    String text(Room room) {
        for (int width : WIDTHS) {
            Optional<String> all = room.all(lines(width));
            if (all.isPresent()) {
                return all.get();
            }
        }
        return room.first(lines(WIDTHS.get(WIDTHS.size() - 1)));
    }

    private Stream<String> lines(int width) {
        Descriptor descriptor = material.descriptor();
        return Stream.of(
                        Stream.of(
                                "{module}: " + Plain.quoted(material.moduleName(), width) + "\n",
                                "{version}: " + Plain.quoted(material.version(), width) + "\n"),
                        material.features().stream().map(feature -> feature(feature, width)),
                        said("actor", descriptor.actors(), width),
                        said("quality asked for", descriptor.nfr(), width),
                        said("constraint", descriptor.constraints(), width),
                        material.requirements().stream()
                                .filter(each -> each.kind() != Requirement.Kind.FEATURE)
                                .map(this::requirement))
                .flatMap(lines -> lines);
    }

    private static String feature(FeatureEvidence feature, int width) {
        String description = Plain.quoted(feature.feature().description(), width);
        return "{feature:"
                + feature.feature().id()
                + "}, "
                + feature.status().key()
                + ", its requirement {requirement:"
                + feature.requirement()
                + "}: "
                + description
                + "\n";
    }

    private static Stream<String> said(String what, List<String> texts, int width) {
        return texts.stream().map(text -> what + ": " + Plain.quoted(text, width) + "\n");
    }

    private String requirement(Requirement requirement) {
        String facts =
                requirement.facts().stream()
                        .map(this::handle)
                        .flatMap(Optional::stream)
                        .limit(FACTS)
                        .collect(Collectors.joining(" "));
        String kind = requirement.kind().name().toLowerCase(Locale.ROOT);
        return "{requirement:" + requirement.id() + "} " + kind + ": " + facts + "\n";
    }

    private Optional<String> handle(Fact fact) {
        return handles.facts.find(fact);
    }
}

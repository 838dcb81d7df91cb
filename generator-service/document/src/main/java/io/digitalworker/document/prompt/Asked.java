package io.digitalworker.document.prompt;

import io.digitalworker.api.Descriptor;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
            List<String> lines = lines(width);
            Room within = room.share(1);
            if (lines.stream().allMatch(within::take)) {
                room.takeAll(within);
                return String.join("", lines);
            }
        }
        List<String> tightest = lines(WIDTHS.get(WIDTHS.size() - 1));
        return tightest.stream().takeWhile(room::take).collect(Collectors.joining());
    }

    private List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        lines.add("{module}: " + Plain.quoted(material.moduleName(), width) + "\n");
        lines.add("{version}: " + Plain.quoted(material.version(), width) + "\n");
        material.features().forEach(feature -> lines.add(feature(feature, width)));
        Descriptor descriptor = material.descriptor();
        said("actor", descriptor.actors(), width, lines);
        said("quality asked for", descriptor.nfr(), width, lines);
        said("constraint", descriptor.constraints(), width, lines);
        material.requirements().stream()
                .filter(each -> each.kind() != Requirement.Kind.FEATURE)
                .forEach(each -> lines.add(requirement(each)));
        return lines;
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

    private static void said(String what, List<String> texts, int width, List<String> lines) {
        texts.forEach(text -> lines.add(what + ": " + Plain.quoted(text, width) + "\n"));
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

package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.fact.Permission;
import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What the specification covers, where its code lives, for whom, and how to read it. */
public final class Overview {
    private Overview() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(heading("Purpose and scope"));
        blocks.add(paragraph(purpose(material), outside(material)));
        blocks.addAll(readme(material));
        blocks.addAll(modules(material));
        blocks.addAll(people(material));
        if (material.outline().detail().tells(Detail.STANDARD)) {
            blocks.add(heading("How to read it"));
        }
        blocks.add(paragraph(marks(), questions()));
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static Sentence purpose(Material material) {
        return extracted(
                text("This specification says what "),
                mention(MentionKind.SUBJECT, material.moduleName()),
                text(" has to do, feature by feature, so that it can be agreed upon, built on"),
                text(" and tested."));
    }

    private static Sentence outside(Material material) {
        List<Span> missing = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            if (feature.status() == FeatureStatus.NO_EVIDENCE) {
                Cells.separate(missing, ", ");
                missing.add(mention(MentionKind.FEATURE, feature.feature().id()));
            }
        }
        if (missing.isEmpty()) {
            return inferred(text("All features asked for have code to go by."));
        }
        missing.add(0, text("Asked for, but without any code to go by: "));
        missing.add(text("."));
        return inferred(missing.toArray(new Span[0]));
    }

    private static List<Block> readme(Material material) {
        return material.features().stream()
                .flatMap(feature -> feature.matches().stream())
                .findFirst()
                .flatMap(match -> material.comments().readme(match.chunk().evidence().path()))
                .map(
                        quote -> {
                            List<Block> blocks = new ArrayList<>();
                            blocks.add(paragraph(extracted(text("The README says of it:"))));
                            blocks.add(new Block.Quotation(Cells.quoted(List.of(quote), "")));
                            return blocks;
                        })
                .orElse(List.of());
    }

    /** The modules of the archive in which code was found, most features first. */
    private static List<Block> modules(Material material) {
        Grid grid = new Grid(material, "Where the code lives", "Features found there");
        List<ModuleCount> modules =
                material.facts().inventory().modules().stream()
                        .filter(module -> !features(material, module).isEmpty())
                        .sorted(
                                Comparator.comparingInt(
                                                (ModuleCount m) -> features(material, m).size())
                                        .reversed()
                                        .thenComparing(ModuleCount::path))
                        .toList();
        for (ModuleCount module : modules) {
            String id = module.path().isEmpty() ? "/" : module.path();
            List<Span> spans = new ArrayList<>();
            for (String feature : features(material, module)) {
                Cells.separate(spans, ", ");
                spans.add(mention(MentionKind.FEATURE, feature));
            }
            grid.row(
                    extracted(new Span.Mention(MentionKind.MODULE, id, module.name())),
                    inferred(spans.toArray(new Span[0])));
        }
        return grid.blocks(material.outline().detail().rows());
    }

    private static Set<String> features(Material material, ModuleCount module) {
        Set<String> found = new LinkedHashSet<>();
        for (FeatureEvidence feature : material.features()) {
            boolean there =
                    feature.matches().stream()
                            .map(match -> match.chunk().evidence().path())
                            .anyMatch(path -> module.equals(moduleOf(material, path)));
            if (there) {
                found.add(feature.feature().id());
            }
        }
        return found;
    }

    private static @Nullable ModuleCount moduleOf(Material material, String file) {
        return material.facts().inventory().modules().stream()
                .filter(m -> m.path().isEmpty() || file.startsWith(m.path() + "/"))
                .max(Comparator.comparingInt(m -> m.path().length()))
                .orElse(null);
    }

    private static List<Block> people(Material material) {
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(Asked.blocks("actors", material.descriptor().actors(), "People"));
        List<Permission> rights = material.linked().all(Permission.class);
        if (!rights.isEmpty()) {
            if (blocks.isEmpty()) {
                blocks.add(heading("People"));
            }
            List<Span> spans = new ArrayList<>(Cells.headlines(rights));
            spans.add(0, text("The code tells people apart by these rights: "));
            spans.add(text("."));
            blocks.add(paragraph(Cells.told(rights, spans)));
        }
        return blocks;
    }

    private static Sentence marks() {
        return extracted(
                text("Names in fixed pitch stand in the archive exactly so; words in quotation"),
                text(" marks are its authors'; what was concluded and not read is marked"),
                text(" as inferred."));
    }

    private static Sentence questions() {
        return extracted(
                text("What no code can tell is asked among the open questions and nowhere"),
                text(" answered by a guess."));
    }
}

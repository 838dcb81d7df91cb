package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.facts.declaration.TypeDeclaration;
import io.digitalworker.facts.fact.Entity;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Service;
import io.digitalworker.facts.fact.TestCount;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** From each requirement to files, entities and tests, and the parts that stand behind a feature. */
public final class Traceability {
    private Traceability() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        extracted(
                                text("From what is asked for to the files that bear it out; the"),
                                text(" table among the artifacts holds every single requirement,"),
                                text(" with lines."))));
        Grid grid = new Grid(material, "Requirement", "Status", "Files", "Entities", "Tests");
        Detail detail = material.outline().detail();
        boolean all = detail.tells(Detail.COMPREHENSIVE);
        int most = all ? Integer.MAX_VALUE : Math.max(1, detail.places() / 3);
        for (Requirement each : material.requirements()) {
            boolean whole = each.kind() == Requirement.Kind.FEATURE;
            if (whole || all) {
                grid.row(
                        extracted(mention(MentionKind.REQUIREMENT, each.id())),
                        inferred(text(each.status().key())),
                        files(each, most),
                        whole ? linked(material, each, Entity.class, most) : Cells.words(""),
                        whole ? linked(material, each, TestCount.class, most) : Cells.words(""));
            }
        }
        blocks.addAll(grid.blocks());
        blocks.addAll(parts(material));
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static Sentence files(Requirement requirement, int most) {
        Map<String, Evidence> files = new LinkedHashMap<>();
        for (FeatureEvidence.Match match :
                requirement.facts().isEmpty()
                        ? requirement.feature().matches()
                        : List.<FeatureEvidence.Match>of()) {
            Evidence place = match.chunk().evidence();
            files.putIfAbsent(place.path(), place);
        }
        for (Fact fact : requirement.facts()) {
            files.putIfAbsent(fact.evidence().path(), fact.evidence());
        }
        if (files.isEmpty()) {
            return Cells.words("none");
        }
        List<Span> spans = new ArrayList<>();
        files.keySet().stream()
                .limit(most)
                .forEach(
                        path -> {
                            Cells.separate(spans, ", ");
                            spans.add(mention(MentionKind.FILE, path));
                        });
        spans.add(text(files.size() > most ? " and others" : ""));
        List<String> evidence = files.values().stream().limit(most).map(Evidence::id).toList();
        return new Sentence(spans, ClaimClass.EXTRACTED, evidence);
    }

    private static <F extends Fact> Sentence linked(
            Material material, Requirement requirement, Class<F> kind, int most) {
        List<F> facts = material.linked(requirement.feature().feature().id()).all(kind);
        return facts.isEmpty()
                ? Cells.words("none")
                : Cells.names(facts, FactNames::headline, most);
    }

    /** Services and the types that say more about what is linked. */
    private static List<Block> parts(Material material) {
        Grid grid = new Grid(material, "Part", "Asked for as", "Role", "Place");
        for (Service service : material.linked().all(Service.class)) {
            grid.row(
                    Cells.value(service, service.name(), "made by a factory"),
                    Cells.value(service, service.contract(), "itself"),
                    Cells.words("service"),
                    Cells.place(service));
        }
        for (TypeDeclaration type : material.linked().types()) {
            grid.row(
                    new Sentence(
                            List.of(Cells.symbol(type)),
                            ClaimClass.EXTRACTED,
                            List.of(type.evidence().id())),
                    Cells.words(""),
                    Cells.words(type.kind().key()),
                    Cells.place(type.evidence()));
        }
        List<Block> blocks = new ArrayList<>();
        if (!grid.isEmpty() && material.outline().detail().tells(Detail.STANDARD)) {
            blocks.addAll(grid.under("Parts behind the features"));
        }
        return blocks;
    }
}

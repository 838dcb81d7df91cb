package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.noun;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What is wanted, on one page, and what the descriptor leaves open. */
public final class Intent {
    private Intent() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks =
                switch (material.outline().document()) {
                    case "functional-spec" -> List.of(paragraph(workings(material)));
                    case "tech-design" -> List.of(paragraph(design(material)));
                    default ->
                            List.of(paragraph(subject(material), scope(material)), table(material));
                };
        return SectionDraft.complete(brief.section(), blocks);
    }

    private static Sentence subject(Material material) {
        return about(
                "",
                material,
                " is still to be built: everything here is intended, in the words of its"
                        + " descriptor, and nothing has been checked against code.");
    }

    private static Sentence workings(Material material) {
        return about(
                "How people are to work with ",
                material,
                ", once it is there, is told here step by step as its descriptor tells it.");
    }

    private static Sentence design(Material material) {
        return about(
                "Here stands what the design of ",
                material,
                " has to answer to, and what has to be decided first; nothing of it is decided"
                        + " yet.");
    }

    private static Sentence about(String before, Material material, String after) {
        return Intended.proposed(
                text(before),
                mention(MentionKind.SUBJECT, material.moduleName()),
                text(" in version "),
                mention(MentionKind.VERSION, material.version()),
                text(after));
    }

    private static Sentence scope(Material material) {
        int features = material.features().size();
        String actors = material.descriptor().actors().isEmpty() ? "no actors" : "actors";
        String nfr = material.descriptor().nfr().isEmpty() ? "no quality" : "qualities";
        String limits =
                material.descriptor().constraints().isEmpty() ? "no constraints" : "constraints";
        return extracted(
                text("The descriptor asks for "),
                count("features.total", features),
                noun(features, "feature", "features"),
                text("; it names " + actors + ", " + nfr + " and " + limits + "."));
    }

    private static Block table(Material material) {
        List<List<Sentence>> rows =
                material.features().stream()
                        .map(
                                feature ->
                                        List.of(
                                                extracted(Intended.requirement(feature)),
                                                Intended.proposed(first(feature))))
                        .toList();
        return new Block.Table(List.of("Requirement", "In short"), List.of(false, false), rows);
    }

    private static Span first(FeatureEvidence feature) {
        List<String> clauses = Clauses.of(feature.feature().description());
        return clauses.isEmpty() ? text("") : Intended.words("features", clauses.get(0));
    }
}

package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** A use case per feature: what starts it, and what has to be true of it, statement by statement. */
public final class IntendedUseCases {
    private IntendedUseCases() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                paragraph(
                        inferred(
                                text("The course of each use case follows the order in which the"),
                                text(" descriptor tells it."))));
        for (FeatureEvidence feature : material.features()) {
            blocks.add(
                    new Block.Heading(
                            extracted(text("Course of "), Intended.requirement(feature))));
            blocks.add(table(material, feature));
        }
        return SectionDraft.complete(brief.section(), blocks)
                .asking(
                        List.of(
                                Intended.question(
                                        Question.id("screens"),
                                        "interaction designer",
                                        "On which screens and with which messages does a user go"
                                                + " through ",
                                        material.features(),
                                        "?")));
    }

    private static Block table(Material material, FeatureEvidence feature) {
        List<List<Sentence>> rows =
                Clauses.of(feature.feature().description()).stream()
                        .map(clause -> row(material, clause))
                        .toList();
        return new Block.Table(List.of("Actor", "Step or rule"), List.of(false, false), rows);
    }

    private static List<Sentence> row(Material material, String clause) {
        Span actor =
                material.descriptor().actors().stream()
                        .filter(each -> Clauses.names(clause, each))
                        .findFirst()
                        .map(each -> Intended.words("actors", each))
                        .orElseGet(() -> text("not told"));
        return List.of(inferred(actor), Intended.proposed(Intended.words("features", clause)));
    }
}

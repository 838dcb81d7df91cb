package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** The terms that several features share: the first draft of a glossary and of a data model. */
public final class SubjectMatter {
    private static final String SHARED =
            "These words stand in more than one feature; what they mean together is what the module"
                    + " has to keep track of.";
    private static final String CANDIDATES =
            "Data that the module owns is likely among the terms that several features use.";

    private SubjectMatter() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<String> texts =
                material.features().stream().map(f -> f.feature().description()).toList();
        List<List<Sentence>> rows =
                Clauses.shared(texts).stream()
                        .limit(material.outline().detail().rows())
                        .map(term -> row(material, term))
                        .toList();
        Question keeps = keeps();
        if (rows.isEmpty()) {
            Sentence none = inferred(text("No two features share a term of their own."));
            return SectionDraft.complete(brief.section(), List.of(paragraph(none)))
                    .asking(List.of(keeps));
        }
        boolean design = material.outline().document().equals("tech-design");
        Sentence rule = inferred(text(design ? CANDIDATES : SHARED));
        Block table = new Block.Table(List.of("Term", "Requirements"), List.of(false, false), rows);
        return SectionDraft.complete(brief.section(), List.of(paragraph(rule), table))
                .asking(List.of(keeps));
    }

    private static Question keeps() {
        return new Question(
                Question.id("data"),
                "domain expert",
                asked(
                        text("Which of these things are stored, what identifies each, and which"),
                        text(" system owns them today?")));
    }

    private static List<Sentence> row(Material material, String term) {
        List<Span> spans = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            if (!Clauses.shared(List.of(term, feature.feature().description())).isEmpty()) {
                spans.add(text(spans.isEmpty() ? "" : ", "));
                spans.add(Intended.requirement(feature));
            }
        }
        return List.of(
                Intended.proposed(Intended.words("features", term)),
                new Sentence(spans, ClaimClass.INFERRED, List.of()));
    }
}

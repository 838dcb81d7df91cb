package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Clauses;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What the words of the descriptor leave so open that the design may miss it. */
public final class IntendedRisks {
    private IntendedRisks() {}

    public static SectionDraft compose(SectionBrief brief) {
        List<List<Sentence>> rows = new ArrayList<>();
        for (FeatureEvidence feature : brief.material().features()) {
            for (String clause : Clauses.of(feature.feature().description())) {
                Clauses.vague(clause).ifPresent(word -> rows.add(row(feature, clause, word)));
            }
        }
        if (rows.isEmpty()) {
            Sentence none =
                    inferred(
                            text(
                                    "No word of the descriptor stands for a number it does not give."));
            return SectionDraft.complete(brief.section(), List.of(paragraph(none)));
        }
        Sentence rule =
                inferred(
                        text("Each of these words will be given a number by somebody; if nobody"),
                        text(" says it before, the code does."));
        Block table =
                new Block.Table(
                        List.of("Requirement", "Open word", "Statement"),
                        List.of(false, false, false),
                        rows);
        return SectionDraft.complete(brief.section(), List.of(paragraph(rule), table));
    }

    private static List<Sentence> row(FeatureEvidence feature, String clause, String word) {
        return List.of(
                extracted(Intended.requirement(feature)),
                inferred(Intended.words("features", word)),
                Intended.proposed(Intended.words("features", clause)));
    }
}

package io.digitalworker.document.writing.migration;

import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Which of the features asked for the code has, and which the migration has to add. */
public final class FeatureGap {
    private FeatureGap() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<List<Sentence>> rows = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            rows.add(row(feature));
        }
        Sentence rule =
                inferred(
                        text("What is evidenced has to be there after the migration as well; the"),
                        text(" rest is new work."));
        Block table =
                new Block.Table(
                        List.of("Requirement", "Today", "In the target"),
                        List.of(false, false, false),
                        rows);
        return SectionDraft.complete(brief.section(), List.of(paragraph(rule), table));
    }

    private static List<Sentence> row(FeatureEvidence feature) {
        String work =
                switch (feature.status()) {
                    case EVIDENCED -> "carry over and compare";
                    case PARTIAL -> "carry over and complete";
                    case NO_EVIDENCE -> "build";
                };
        return List.of(
                extracted(mention(MentionKind.REQUIREMENT, feature.requirement())),
                inferred(text(feature.status().key())),
                Sentence.of(ClaimClass.PROPOSED, text(work)));
    }
}

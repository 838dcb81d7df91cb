package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.cell;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** From each requirement to the files that bear it out. */
final class TraceabilitySection {
    private TraceabilitySection() {}

    static List<Block> write(Material material) {
        List<List<Sentence>> rows = new ArrayList<>();
        for (FeatureEvidence feature : material.features()) {
            List<String> seen = new ArrayList<>();
            for (FeatureEvidence.Match match : feature.matches()) {
                if (!seen.contains(match.chunk().evidence().path())) {
                    seen.add(match.chunk().evidence().path());
                    rows.add(row(feature, match.chunk()));
                }
            }
            if (seen.isEmpty()) {
                rows.add(empty(feature));
            }
        }
        return List.of(
                paragraph(
                        extracted(
                                text("Every requirement with the files found for it; "),
                                text("the artifacts hold the same as a table with lines."))),
                new Block.Table(
                        List.of("Requirement", "Status", "File"),
                        List.of(false, false, false),
                        rows));
    }

    private static List<Sentence> row(FeatureEvidence feature, Chunk chunk) {
        return List.of(
                extracted(mention(MentionKind.REQUIREMENT, feature.requirement())),
                inferred(text(feature.status().key())),
                cell(chunk, mention(MentionKind.FILE, chunk.evidence().path())));
    }

    private static List<Sentence> empty(FeatureEvidence feature) {
        return List.of(
                extracted(mention(MentionKind.REQUIREMENT, feature.requirement())),
                inferred(text(feature.status().key())),
                extracted(text("none")));
    }
}

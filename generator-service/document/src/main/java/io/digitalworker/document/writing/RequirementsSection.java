package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.cell;
import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** One requirement per feature: its own words, its status, and the code that fits it best. */
final class RequirementsSection {
    private RequirementsSection() {}

    static List<Block> write(Material material) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(quoted(), rule()));
        for (FeatureEvidence feature : material.features()) {
            blocks.add(new Block.Heading(heading(feature)));
            blocks.add(new Block.Quotation(description(feature)));
            blocks.add(paragraph(status(feature)));
            blocks.add(paragraph(places(feature)));
            if (!feature.matches().isEmpty()) {
                blocks.add(table(feature));
            }
        }
        return blocks;
    }

    private static Sentence quoted() {
        return extracted(
                text("Each requirement stands here in the words of the descriptor it came with."));
    }

    private static Sentence rule() {
        return extracted(
                text("Its status follows from the code that holds most of its words, rare words"),
                text(" weighing more: from "),
                count("rule.evidenced", Math.round(FeatureEvidence.EVIDENCED_FROM * 100)),
                text(" % on it is evidenced, from "),
                count("rule.partial", Math.round(FeatureEvidence.PARTIAL_FROM * 100)),
                text(" % on partial, below that without evidence."));
    }

    private static Sentence heading(FeatureEvidence feature) {
        return extracted(mention(MentionKind.REQUIREMENT, feature.requirement()));
    }

    private static Sentence description(FeatureEvidence feature) {
        return extracted(
                new Span.Quote(
                        "feature:" + feature.feature().id(), feature.feature().description()));
    }

    private static Sentence status(FeatureEvidence feature) {
        String id = feature.feature().id();
        return inferred(
                text("Status: " + feature.status().key() + "; the code that fits best holds "),
                count("feature." + id + ".coverage", Math.round(feature.coverage() * 100)),
                text(" % of the words that tell this feature from others."));
    }

    private static Sentence places(FeatureEvidence feature) {
        if (feature.status() == FeatureStatus.NO_EVIDENCE) {
            return extracted(text("No place in the code is named for it."));
        }
        return extracted(
                text(
                        feature.matches().size() == 1
                                ? "This place was found:"
                                : "These places were found, the best first:"));
    }

    private static Block table(FeatureEvidence feature) {
        List<List<Sentence>> rows = new ArrayList<>();
        for (FeatureEvidence.Match match : feature.matches()) {
            Chunk chunk = match.chunk();
            rows.add(
                    List.of(
                            cell(chunk, Phrases.symbol(chunk)),
                            cell(chunk, text(chunk.kind())),
                            cell(chunk, Phrases.citation(chunk)),
                            cell(chunk, signature(chunk))));
        }
        return new Block.Table(
                List.of("Member", "Kind", "Place", "Declaration"),
                List.of(false, false, false, false),
                rows);
    }

    private static Span signature(Chunk chunk) {
        return chunk.signature().isEmpty()
                ? text("")
                : new Span.Mention(MentionKind.SIGNATURE, chunk.symbolId(), chunk.signature());
    }
}

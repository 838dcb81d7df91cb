package io.digitalworker.document.writing.srs;

import io.digitalworker.document.brief.Chunk;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Requirement;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import io.digitalworker.document.writing.Phrases;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.count;
import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.inferred;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Each feature in its own words, and what the code linked to it shows that it must do. */
public final class FunctionalRequirements {
    private FunctionalRequirements() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(quoted(), derived(), rule()));
        for (FeatureEvidence feature : material.features()) {
            blocks.addAll(feature(material, feature));
        }
        List<Question> questions =
                material.features().stream()
                        .filter(each -> each.status() != FeatureStatus.EVIDENCED)
                        .map(FunctionalRequirements::question)
                        .toList();
        return SectionDraft.complete(brief.section(), blocks).asking(questions);
    }

    private static Sentence quoted() {
        return extracted(
                text(
                        "The first requirement of each feature is the feature itself, quoted from the"),
                text(" descriptor."));
    }

    private static Sentence derived() {
        return extracted(
                text("Those after it are derived from the code that was linked to the feature:"),
                text(" addresses that answer, rules that values keep, rights, events and"),
                text(
                        " schedules; what several features share stands at the one it is nearest to."));
    }

    private static Sentence rule() {
        return extracted(
                text("A feature counts as evidenced from "),
                count("rule.evidenced", Math.round(FeatureEvidence.EVIDENCED_FROM * 100)),
                text(" % of its words on, rare words weighing more, as partial from "),
                count("rule.partial", Math.round(FeatureEvidence.PARTIAL_FROM * 100)),
                text(" % on, and otherwise as without evidence."));
    }

    private static List<Block> feature(Material material, FeatureEvidence feature) {
        String id = feature.feature().id();
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Heading(
                        extracted(mention(MentionKind.REQUIREMENT, feature.requirement()))));
        blocks.add(
                new Block.Quotation(
                        extracted(
                                new Span.Quote("feature:" + id, feature.feature().description()))));
        Grid requirements =
                new Grid(material, "Requirement", "The module must", "Acceptance", "Status");
        for (Requirement each : material.requirements(id)) {
            requirements.row(
                    extracted(mention(MentionKind.REQUIREMENT, each.id())),
                    Wording.must(each),
                    Wording.acceptance(material, each),
                    inferred(text(each.status().key())));
        }
        int features = material.features().size();
        blocks.addAll(requirements.blocks(material.outline().detail().rows(features)));
        if (material.outline().detail().tells(Detail.STANDARD)) {
            blocks.addAll(members(material, feature));
        }
        return blocks;
    }

    /** The code that fits best, with what its authors say of it. */
    private static List<Block> members(Material material, FeatureEvidence feature) {
        Grid grid = new Grid(material, "Code that fits", "Place", "Its author says");
        for (FeatureEvidence.Match match : feature.matches()) {
            Chunk chunk = match.chunk();
            List<Span.Quote> says =
                    chunk.kind().equals(Chunk.FILE)
                            ? List.of()
                            : material.comments().of(chunk.evidence());
            grid.row(
                    Phrases.cell(chunk, Phrases.symbol(chunk)),
                    Phrases.cell(chunk, Phrases.citation(chunk)),
                    Cells.quoted(says, ""));
        }
        return grid.blocks(material.outline().detail().places());
    }

    private static Question question(FeatureEvidence feature) {
        boolean missing = feature.status() == FeatureStatus.NO_EVIDENCE;
        String id = Question.id(missing ? "where" : "whole", feature.feature().id());
        Span requirement = mention(MentionKind.REQUIREMENT, feature.requirement());
        return missing
                ? new Question(
                        id,
                        "developer",
                        Phrases.asked(
                                text("Where is "),
                                requirement,
                                text(" implemented, or is it still to be built?")))
                : new Question(
                        id,
                        "product owner",
                        Phrases.asked(
                                text("Does the code that was found for "),
                                requirement,
                                text(" cover the whole feature?")));
    }
}

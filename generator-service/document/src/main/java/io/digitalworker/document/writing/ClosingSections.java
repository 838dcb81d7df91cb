package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.design.Review;
import io.digitalworker.document.writing.frame.NextSteps;
import io.digitalworker.document.writing.frame.References;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** Sections that tell of all others: they can only be filled in when the others have been checked. */
public final class ClosingSections {
    /** The content of the section that lists all open questions. */
    public static final String QUESTIONS = "questions";

    /** The content of the section that tells how complete each section is. */
    public static final String COMPLETENESS = "completeness";

    private static final String NEXT_STEPS = "next-steps";
    private static final String REFERENCES = "references";

    /** The content of the section that measures the document against the review checklist. */
    public static final String REVIEW = "review";

    /** The content of the section that says what the review asks for next. */
    public static final String REVIEW_STEPS = "review-steps";

    private ClosingSections() {}

    static SectionDraft nextSteps(SectionBrief brief) {
        return SectionDraft.complete(brief.section(), Review.nextSteps(List.of()));
    }

    static SectionDraft questions(SectionBrief brief) {
        return SectionDraft.complete(
                brief.section(),
                List.of(paragraph(extracted(text("What only people can say, by whom to ask.")))));
    }

    static SectionDraft completeness(SectionBrief brief) {
        return SectionDraft.complete(
                brief.section(),
                List.of(
                        paragraph(
                                extracted(
                                        text(
                                                "A section is complete when all facts that it is"
                                                        + " written from are there.")))));
    }

    /** The same drafts with the closing sections filled in, with as much as a detail tells. */
    public static List<SectionDraft> filledIn(List<SectionDraft> drafts, Detail detail) {
        return drafts.stream()
                .map(
                        draft ->
                                switch (draft.section().content()) {
                                    case QUESTIONS -> draft.with(open(draft, drafts));
                                    case COMPLETENESS -> draft.with(table(draft, drafts));
                                    case NEXT_STEPS -> NextSteps.filledIn(draft, drafts, detail);
                                    case REFERENCES -> References.filledIn(draft, drafts, detail);
                                    case REVIEW -> draft.with(Review.of(drafts));
                                    case REVIEW_STEPS -> draft.with(Review.nextSteps(drafts));
                                    default -> draft;
                                })
                .toList();
    }

    private static List<Block> open(SectionDraft own, List<SectionDraft> drafts) {
        TreeMap<String, List<Sentence>> byRole = new TreeMap<>();
        for (SectionDraft draft : drafts) {
            for (Question question : draft.questions()) {
                byRole.computeIfAbsent(question.role(), any -> new ArrayList<>())
                        .add(question.sentence());
            }
        }
        if (byRole.isEmpty()) {
            return List.of(paragraph(extracted(text("No question is open."))));
        }
        List<Block> blocks = new ArrayList<>(own.blocks());
        byRole.forEach(
                (role, questions) -> {
                    blocks.add(Phrases.heading("For the " + role));
                    blocks.add(new Block.Bullets(questions));
                });
        return blocks;
    }

    /** Sections that lack something, each with what; the others by name. */
    private static List<Block> table(SectionDraft own, List<SectionDraft> drafts) {
        List<Block> blocks = new ArrayList<>(own.blocks());
        List<Span> whole = new ArrayList<>();
        Grid lacking = new Grid("Section", "Status", "What is missing");
        for (SectionDraft draft : drafts) {
            if (draft.status() != SectionStatus.COMPLETE) {
                lacking.row(
                        extracted(References.link(draft)),
                        extracted(text(draft.status().key())),
                        extracted(text(draft.reason())));
            } else if (!draft.equals(own)) {
                Cells.separate(whole, ", ");
                whole.add(References.link(draft));
            }
        }
        blocks.addAll(lacking.blocks());
        whole.add(0, text("Complete: "));
        whole.add(text("."));
        blocks.add(paragraph(extracted(whole.toArray(new Span[0]))));
        return blocks;
    }
}

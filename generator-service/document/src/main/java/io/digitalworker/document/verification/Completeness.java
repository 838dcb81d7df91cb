package io.digitalworker.document.verification;

import io.digitalworker.document.outline.SectionContent;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

/** The table of all sections and how complete they are; known only when all have been checked. */
final class Completeness {
    private Completeness() {}

    /** The same drafts, the completeness section with its table. */
    static List<SectionDraft> tableOf(List<SectionDraft> drafts) {
        return drafts.stream()
                .map(
                        draft ->
                                draft.section().content() == SectionContent.COMPLETENESS
                                        ? with(draft, table(drafts))
                                        : draft)
                .toList();
    }

    private static SectionDraft with(SectionDraft draft, Block table) {
        List<Block> blocks = new ArrayList<>(draft.blocks());
        blocks.add(table);
        return new SectionDraft(draft.section(), draft.status(), draft.reason(), blocks);
    }

    private static Block table(List<SectionDraft> drafts) {
        return new Block.Table(
                List.of("Section", "Status", "What is missing"),
                List.of(false, false, false),
                drafts.stream().map(Completeness::row).toList());
    }

    private static List<Sentence> row(SectionDraft draft) {
        return List.of(
                cell(
                        new Span.Mention(
                                MentionKind.SECTION,
                                draft.section().id(),
                                draft.section().title())),
                cell(new Span.Text(draft.status().key())),
                cell(new Span.Text(draft.reason().isEmpty() ? "nothing" : draft.reason())));
    }

    private static Sentence cell(Span span) {
        return Sentence.of(ClaimClass.EXTRACTED, span);
    }
}

package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Grid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What is to be done before the document can be approved: by whom, and where. */
public final class NextSteps {
    private NextSteps() {}

    public static SectionDraft compose(SectionBrief brief) {
        return SectionDraft.complete(
                brief.section(),
                List.of(
                        paragraph(
                                extracted(
                                        text("What stands between this draft and its approval,"),
                                        text(" in the order in which it is best done.")))));
    }

    /** The same with the steps that follow from questions and gaps of all drafts. */
    public static SectionDraft filledIn(
            SectionDraft own, List<SectionDraft> drafts, Detail detail) {
        Grid grid = new Grid("Step", "Who", "Where");
        Map<String, Set<SectionDraft>> byRole = new TreeMap<>();
        for (SectionDraft draft : drafts) {
            for (Question question : draft.questions()) {
                byRole.computeIfAbsent(question.role(), any -> new LinkedHashSet<>()).add(draft);
            }
        }
        if (!detail.tells(Detail.STANDARD) && !byRole.isEmpty()) {
            Set<SectionDraft> open = new LinkedHashSet<>(drafts);
            open.removeIf(draft -> draft.questions().isEmpty());
            answers(grid, byRole.keySet(), open);
        } else {
            byRole.forEach((role, open) -> answers(grid, Set.of(role), open));
        }
        for (SectionDraft draft : drafts) {
            if (draft.status() == SectionStatus.INCOMPLETE) {
                grid.row(
                        extracted(text("supply what is missing: "), text(draft.reason())),
                        Cells.words("developer"),
                        links(Set.of(draft)));
            }
        }
        grid.row(
                Cells.words("read the document and approve it, or ask for a revision"),
                Cells.words("owner"),
                Cells.words("the whole document"));
        List<Block> blocks = new ArrayList<>(own.blocks());
        blocks.addAll(grid.blocks());
        return own.with(blocks);
    }

    /** Each role is a piece of its own, for translators. */
    private static void answers(Grid grid, Set<String> roles, Set<SectionDraft> open) {
        List<Span> who = new ArrayList<>();
        for (String role : roles) {
            Cells.separate(who, ", ");
            who.add(text(role));
        }
        grid.row(
                Cells.words("answer the questions left open"),
                extracted(who.toArray(Span[]::new)),
                links(open));
    }

    private static Sentence links(Set<SectionDraft> drafts) {
        List<Span> spans = new ArrayList<>();
        for (SectionDraft draft : drafts) {
            Cells.separate(spans, ", ");
            spans.add(References.link(draft));
        }
        return new Sentence(spans, ClaimClass.EXTRACTED, List.of());
    }
}

package io.digitalworker.document.writing;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;

/**
 * Merges the answers that were given to open questions into a section: the question is not open any more,
 * the answer is quoted as what somebody has said ({@code ASSUMED}: no code bears it out), and a section that
 * waited for nothing else is complete. For any writer, once the section is written.
 */
public final class GivenAnswers {
    private GivenAnswers() {}

    /** The draft with the answers to its own questions. */
    public static SectionDraft in(SectionBrief brief, SectionDraft draft) {
        Map<String, String> answers = brief.material().edition().answers();
        List<Question> open = new ArrayList<>();
        List<Block> given = new ArrayList<>();
        for (Question question : draft.questions()) {
            String answer = answers.get(question.id());
            if (answer == null) {
                open.add(question);
            } else {
                given.add(paragraph(stated(question)));
                given.add(new Block.Quotation(quoted(question, answer)));
            }
        }
        return given.isEmpty() ? draft : merged(draft, open, given);
    }

    private static SectionDraft merged(SectionDraft draft, List<Question> open, List<Block> given) {
        boolean waits = draft.status() != SectionStatus.NEEDS_INPUT || !open.isEmpty();
        List<Block> blocks = new ArrayList<>(draft.blocks());
        blocks.add(heading("Answers given"));
        blocks.addAll(given);
        return new SectionDraft(
                draft.section(),
                waits ? draft.status() : SectionStatus.COMPLETE,
                waits ? draft.reason() : "",
                blocks,
                open);
    }

    private static Sentence stated(Question question) {
        Sentence asked = question.sentence();
        return new Sentence(asked.spans(), ClaimClass.ASSUMED, asked.evidence());
    }

    private static Sentence quoted(Question question, String answer) {
        return Sentence.of(
                ClaimClass.ASSUMED, new Span.Quote("answer:" + question.id(), answer.strip()));
    }
}

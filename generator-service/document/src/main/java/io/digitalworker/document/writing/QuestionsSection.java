package io.digitalworker.document.writing;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Question;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Sentence;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What only people can say. */
final class QuestionsSection {
    private QuestionsSection() {}

    static List<Block> write(Material material) {
        List<Question> questions = Question.of(material);
        if (questions.isEmpty()) {
            return List.of(paragraph(extracted(text("No question is open."))));
        }
        return List.of(
                new Block.Bullets(questions.stream().map(QuestionsSection::sentence).toList()));
    }

    private static Sentence sentence(Question question) {
        return Sentence.of(
                ClaimClass.NEEDS_SME,
                text(question.before()),
                mention(MentionKind.REQUIREMENT, question.feature().requirement()),
                text(question.after() + " To be answered by the " + question.role() + "."));
    }
}

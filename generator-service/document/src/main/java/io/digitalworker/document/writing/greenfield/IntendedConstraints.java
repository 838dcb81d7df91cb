package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What limits the solution, in the words of the descriptor. */
public final class IntendedConstraints {
    private IntendedConstraints() {}

    public static SectionDraft compose(SectionBrief brief) {
        List<String> texts = brief.material().descriptor().constraints();
        if (texts.isEmpty()) {
            Sentence free =
                    Intended.assumed(
                            text("Platform, language and supplier are free to choose, as no"),
                            text(" constraint is told."));
            return SectionDraft.incomplete(
                            brief.section(),
                            "the descriptor names no constraints",
                            List.of(paragraph(free)))
                    .asking(List.of(which()));
        }
        return SectionDraft.complete(
                brief.section(), List.of(Intended.bullets("constraints", texts)));
    }

    private static Question which() {
        return new Question(
                Question.id("constraints"),
                "architect",
                asked(
                        text("Which platform, budget, date, law or system around it limits the"),
                        text(" solution?")));
    }
}

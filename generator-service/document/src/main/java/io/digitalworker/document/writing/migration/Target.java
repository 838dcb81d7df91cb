package io.digitalworker.document.writing.migration;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import java.util.List;
import java.util.stream.Stream;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What the system is to become, in the words of the descriptor's constraints and qualities. */
public final class Target {
    private Target() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Sentence> items =
                Stream.concat(
                                words("constraints", material.descriptor().constraints()),
                                words("nfr", material.descriptor().nfr()))
                        .toList();
        if (items.isEmpty()) {
            Sentence none =
                    asked(text("The descriptor names no target: neither constraint nor quality."));
            return SectionDraft.incomplete(
                            brief.section(),
                            "the descriptor names no target",
                            List.of(paragraph(none)))
                    .asking(List.of(where()));
        }
        Sentence intended =
                Sentence.of(
                        ClaimClass.PROPOSED,
                        text("This is where the migration leads; nothing of it has been found in"),
                        text(" the code unless the gap says so."));
        return SectionDraft.complete(
                brief.section(), List.of(paragraph(intended), new Block.Bullets(items)));
    }

    private static Stream<Sentence> words(String field, List<String> texts) {
        return texts.stream()
                .map(each -> new Span.Quote("descriptor:" + field, each))
                .map(each -> Sentence.of(ClaimClass.PROPOSED, each));
    }

    private static Question where() {
        return new Question(
                Question.id("target"),
                "architect",
                asked(text("Which platform, language or system is the migration to lead to?")));
    }
}

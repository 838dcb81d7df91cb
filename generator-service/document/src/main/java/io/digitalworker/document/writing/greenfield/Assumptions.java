package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What is taken for granted where the descriptor is silent. */
public final class Assumptions {
    private Assumptions() {}

    public static SectionDraft compose(SectionBrief brief) {
        return SectionDraft.complete(
                brief.section(),
                List.of(
                        paragraph(extracted(text("Whoever knows better should say so."))),
                        new Block.Bullets(
                                List.of(
                                        assumed("What no feature names is out of scope."),
                                        assumed(
                                                "The features matter in the order in which they"
                                                        + " stand."),
                                        assumed(
                                                "A feature depends on another only where its words"
                                                        + " say so."),
                                        assumed(
                                                "No data has to be taken over from an earlier"
                                                        + " system.")))));
    }

    private static Sentence assumed(String words) {
        return Intended.assumed(text(words));
    }
}

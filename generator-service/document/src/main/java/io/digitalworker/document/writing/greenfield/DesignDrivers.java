package io.digitalworker.document.writing.greenfield;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.SectionBrief;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.Sentence;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.asked;
import static io.digitalworker.document.writing.Phrases.heading;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What drives the design, and the decisions that it asks for; none of them is taken here. */
public final class DesignDrivers {
    private static final List<List<String>> DECISIONS =
            List.of(
                    List.of("identity", "security officer", "Which system tells who a caller is?"),
                    List.of(
                            "storage",
                            "architect",
                            "Where does the state of the module live, and what keeps it"
                                    + " consistent?"),
                    List.of(
                            "interfaces",
                            "architect",
                            "Through which calls and events do other systems meet the module?"),
                    List.of(
                            "load",
                            "product owner",
                            "Which load does it bear today and after ten times the growth?"),
                    List.of("release", "operator", "How is it released, watched and taken back?"));

    private DesignDrivers() {}

    public static SectionDraft compose(SectionBrief brief) {
        Material material = brief.material();
        List<Block> blocks = new ArrayList<>();
        if (!material.descriptor().constraints().isEmpty()) {
            blocks.add(heading("Given by constraints"));
            blocks.add(Intended.bullets("constraints", material.descriptor().constraints()));
        }
        if (!material.descriptor().nfr().isEmpty()) {
            blocks.add(heading("Given by qualities"));
            blocks.add(Intended.bullets("nfr", material.descriptor().nfr()));
        }
        if (blocks.isEmpty()) {
            Sentence none =
                    Intended.assumed(
                            text("The simplest design that serves the features is wanted, as the"),
                            text(" descriptor gives neither constraints nor qualities."));
            blocks.add(paragraph(none));
        }
        return SectionDraft.complete(brief.section(), blocks).asking(decisions());
    }

    private static List<Question> decisions() {
        return DECISIONS.stream()
                .map(
                        each ->
                                new Question(
                                        Question.id("decide", each.get(0)),
                                        each.get(1),
                                        asked(text(each.get(2)))))
                .toList();
    }
}

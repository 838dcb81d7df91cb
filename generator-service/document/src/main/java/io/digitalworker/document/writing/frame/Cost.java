package io.digitalworker.document.writing.frame;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.MentionKind;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Resource;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.mention;
import static io.digitalworker.document.writing.Phrases.paragraph;
import static io.digitalworker.document.writing.Phrases.text;

/** What running it costs, as far as the archive declares what runs. */
final class Cost {
    private static final int NAMED = 6;

    private Cost() {}

    static List<Block> of(Material material) {
        List<Resource> paid = paid(material);
        if (paid.isEmpty()) {
            return List.of(
                    paragraph(
                            extracted(
                                    text("The archive declares nothing that is paid for by use,"),
                                    text(" so what it costs to run cannot be told from it."))));
        }
        List<Span> spans = new ArrayList<>(Cells.headlines(paid));
        spans.add(0, text("What is declared to run is paid for by use: "));
        spans.add(text("."));
        return List.of(paragraph(Cells.told(paid, spans)));
    }

    /** What a cloud provides; extensions of a host, widgets and the like cost nothing by themselves. */
    private static List<Resource> paid(Material material) {
        return material.facts().all(Resource.class).stream()
                .filter(each -> each.type().contains("::"))
                .limit(NAMED)
                .toList();
    }

    static List<Question> questions(Material material) {
        return List.of(
                new Question(
                        Question.id("cost", "budget"),
                        "operator",
                        Phrases.asked(
                                text("What does "),
                                mention(MentionKind.SUBJECT, material.moduleName()),
                                text(" run on in production, and what may that cost a month?"))));
    }
}

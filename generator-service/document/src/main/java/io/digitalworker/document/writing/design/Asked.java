package io.digitalworker.document.writing.design;

import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Question;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.document.writing.Cells;
import io.digitalworker.document.writing.Phrases;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Questions: one for all facts that raise it, so that nobody is asked the same thing twice. */
final class Asked {
    private static final int NAMED = 6;

    private Asked() {}

    static Question of(String id, String role, String words) {
        return new Question(id, role, Phrases.asked(Phrases.text(words)));
    }

    /** A question that names the facts it is about, between its first and its last words. */
    static <F extends Fact> Question about(
            String id,
            String role,
            String before,
            List<F> facts,
            Function<F, String> name,
            String after) {
        Sentence names = Cells.names(facts, name, NAMED);
        List<Span> spans = new ArrayList<>(List.of(Phrases.text(before)));
        spans.addAll(names.spans());
        spans.add(Phrases.text(after));
        return new Question(id, role, new Sentence(spans, ClaimClass.NEEDS_SME, names.evidence()));
    }
}

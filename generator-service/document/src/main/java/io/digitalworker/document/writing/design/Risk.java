package io.digitalworker.document.writing.design;

import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.prose.Sentence;
import io.digitalworker.document.prose.Span;
import io.digitalworker.facts.fact.Fact;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that could go wrong, told from what the code has or lacks.
 *
 * @param rule which rule found it; letters and hyphens
 * @param severity high, medium or low, as the rule has it
 * @param likelihood empty where nothing in the archive tells
 * @param mitigation empty where none was found
 * @param where the first of the facts by name, with their lines
 */
record Risk(
        String rule,
        String title,
        String severity,
        String likelihood,
        String mitigation,
        List<? extends Fact> facts,
        Sentence where) {
    Risk {
        facts = List.copyOf(facts);
        where = new Sentence(where.spans(), ClaimClass.INFERRED, where.evidence());
    }

    Sentence inOneLine() {
        List<Span> spans = new ArrayList<>(List.of(new Span.Text(title + ": ")));
        spans.addAll(where.spans());
        spans.add(new Span.Text("."));
        return new Sentence(spans, ClaimClass.INFERRED, where.evidence());
    }
}

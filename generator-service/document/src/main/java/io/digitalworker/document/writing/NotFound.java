package io.digitalworker.document.writing;

import io.digitalworker.document.prose.Block;
import io.digitalworker.document.prose.Span;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.document.writing.Phrases.extracted;
import static io.digitalworker.document.writing.Phrases.text;

/** What was looked for in the code linked to the features and is not there: told together, once. */
public final class NotFound {
    private final List<String> things = new ArrayList<>();

    /** In the plural or with an article, and no name of the code. */
    public void add(String thing) {
        things.add(thing);
    }

    /** One paragraph; nothing if all was found. Each thing is a piece of its own, for translators. */
    public List<Block> blocks() {
        if (things.isEmpty()) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        spans.add(text("Looked for at the features and not found:"));
        for (String thing : things) {
            spans.add(text(spans.size() == 1 ? " " : "; "));
            spans.add(text(thing));
        }
        spans.add(text("."));
        return List.of(Phrases.paragraph(extracted(spans.toArray(Span[]::new))));
    }
}

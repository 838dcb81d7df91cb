package io.digitalworker.document.writing;

import io.digitalworker.document.prose.Block;
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

    /** One paragraph; nothing if all was found. */
    public List<Block> blocks() {
        return things.isEmpty()
                ? List.of()
                : List.of(
                        Phrases.paragraph(
                                extracted(
                                        text("Looked for at the features and not found: "),
                                        text(String.join("; ", things)),
                                        text("."))));
    }
}

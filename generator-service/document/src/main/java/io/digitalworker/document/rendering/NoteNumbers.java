package io.digitalworker.document.rendering;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Node;

/** The numbers by which a reader finds the footnotes of a section: in each section from one on. */
final class NoteNumbers {
    private final Map<String, Integer> numbers = new HashMap<>();

    NoteNumbers(Node root) {
        int number = 0;
        for (Node node = root.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteDefinition note) {
                number++;
                numbers.put(note.getLabel(), number);
            } else {
                number = 0;
            }
        }
    }

    int of(String label) {
        return Objects.requireNonNull(numbers.get(label), () -> "no footnote " + label);
    }
}

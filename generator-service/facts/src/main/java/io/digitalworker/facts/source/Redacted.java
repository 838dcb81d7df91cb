package io.digitalworker.facts.source;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text without its secrets that is no file of an archive: what a person wrote, such as a feature's
 * description, a message, or a partial document. To redact it again changes nothing.
 *
 * @param text as long as the original; secrets are asterisks
 * @param counts how many secrets were replaced, by rule
 */
public record Redacted(String text, SortedMap<String, Integer> counts) {
    private static final Redaction REDACTION = Redaction.standard();

    public Redacted {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Redacts a text, read as Markdown. */
    public static Redacted of(String text) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        String clean = REDACTION.redact(text, Language.MARKDOWN, counts);
        return new Redacted(clean, counts);
    }
}

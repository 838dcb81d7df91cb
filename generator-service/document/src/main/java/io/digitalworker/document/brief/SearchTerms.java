package io.digitalworker.document.brief;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What texts of people and of documents can be compared by: their words, and the parts of names, by their
 * English stems and without stop words, as {@link Retrieval} takes them. For one thread.
 */
public final class SearchTerms {
    private final CodeWords words = new CodeWords();
    private final Map<String, Set<String>> known = new HashMap<>();

    /** The terms of a text, in their order. */
    public Set<String> of(String text) {
        return known.computeIfAbsent(
                text,
                any -> Collections.unmodifiableSet(new LinkedHashSet<>(words.distinctive(any))));
    }
}

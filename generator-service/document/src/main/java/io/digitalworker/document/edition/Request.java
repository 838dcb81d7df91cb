package io.digitalworker.document.edition;

import java.util.List;
import java.util.Objects;

/**
 * A change that somebody asked for in their own words.
 *
 * @param id of the revision that brought it; its words are quoted as {@code message:<id>}
 * @param places that it concerns, sorted
 */
public record Request(String id, String words, List<Place> places) {
    public Request {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(words, "words");
        places = places.stream().distinct().sorted().toList();
    }
}

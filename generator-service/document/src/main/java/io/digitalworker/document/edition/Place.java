package io.digitalworker.document.edition;

import java.util.Comparator;

/** A section of one of a job's documents, by their ids. */
public record Place(String document, String section) implements Comparable<Place> {
    private static final Comparator<Place> BY_NAME =
            Comparator.comparing(Place::document).thenComparing(Place::section);

    @Override
    public int compareTo(Place other) {
        return BY_NAME.compare(this, other);
    }
}

package io.digitalworker.document.revision;

import java.util.Locale;

/** How much a message asks at once: it decides how much its answer shows. */
public enum Complexity {
    SIMPLE(3),
    MODERATE(6),
    COMPLEX(12);

    private final int places;

    Complexity(int places) {
        this.places = places;
    }

    /** How many places in the code an answer names at most. */
    public int places() {
        return places;
    }

    /** The name in lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

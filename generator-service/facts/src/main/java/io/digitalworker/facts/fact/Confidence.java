package io.digitalworker.facts.fact;

import java.util.Locale;

/** How a fact is known (design §4.7), the surest first. */
public enum Confidence {
    /** It stands there word for word. */
    LITERAL,
    /** Constants, prefixes, groups or base types were followed. */
    RESOLVED,
    /** It follows from a convention of the framework. */
    CONVENTION,
    /** It is likely, from names or shapes. */
    HEURISTIC,
    /** It is there, but what exactly cannot be told; the expression is given. */
    UNRESOLVED;

    /** The name in {@code facts.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The less sure of the two. */
    public Confidence and(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

package io.digitalworker.facts.code;

import io.digitalworker.facts.fact.Confidence;

/**
 * The text that an expression stands for.
 *
 * @param text what is not known stands in braces: {@code {baseUrl}/orders}
 * @param known whether all of it is known
 * @param literal whether it stands there word for word, nothing followed
 */
public record Value(String text, boolean known, boolean literal) {

    /** How a fact is known that rests on this text. */
    public Confidence confidence() {
        return !known ? Confidence.UNRESOLVED : literal ? Confidence.LITERAL : Confidence.RESOLVED;
    }
}

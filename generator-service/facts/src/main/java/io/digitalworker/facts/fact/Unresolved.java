package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * Something that is there, but cannot be told exactly.
 *
 * @param kind of fact it would have been, such as endpoint
 * @param expression as written, in one line of at most 200 characters
 * @param reason such as 'not a constant', 'defined outside the archive', 'dynamic'
 */
public record Unresolved(String kind, String expression, String reason, Evidence evidence)
        implements Fact {
    @Override
    public Confidence confidence() {
        return Confidence.UNRESOLVED;
    }
}

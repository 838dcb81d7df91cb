package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A rule that a value must keep.
 *
 * @param target type, such as RegisterModel
 * @param field such as Email; empty when it is for the whole
 * @param rule such as required, max-length, email, range, pattern
 * @param bound the number or pattern that goes with it; empty if there is none
 */
public record Validation(
        String target,
        String field,
        String rule,
        String bound,
        String framework,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

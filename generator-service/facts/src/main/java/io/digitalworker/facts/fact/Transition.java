package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * Code that gives a field its state.
 *
 * @param entity as in the {@link Lifecycle}
 * @param field as in the {@link Lifecycle}
 * @param kind initial (the state of what is new) or change
 * @param from the state that a condition or the line before asks for; empty if any will do
 * @param caller the member that does it
 * @param evidence from what asks for the state before to what sets the next one
 */
public record Transition(
        String entity,
        String field,
        String kind,
        String from,
        String to,
        String caller,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * Work that is done at certain times.
 *
 * @param name of the task
 * @param expression cron, rate or interval as written, or in seconds as 's'; empty if the code does not say
 * @param handler the member or type that does it
 */
public record Schedule(
        String name,
        String expression,
        String handler,
        String framework,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * The tests of a type.
 *
 * @param name of the test class or file
 * @param subject type under test, from the name; empty if unknown
 * @param tests how many
 * @param framework such as xunit, junit, jest, pytest
 */
public record TestCount(
        String name,
        String subject,
        int tests,
        String framework,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A right that the code knows.
 *
 * @param name system name
 * @param subject roles or area that have it by default; empty if the code does not say
 */
public record Permission(
        String name, String subject, String framework, Confidence confidence, Evidence evidence)
        implements Fact {}

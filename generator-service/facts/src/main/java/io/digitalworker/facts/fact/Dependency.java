package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A package that the code is built with.
 *
 * @param version as written or resolved; empty if the archive does not say
 * @param ecosystem nuget, maven, npm, pypi, go, composer, cargo, project
 * @param scope runtime, test, development, or empty
 */
public record Dependency(
        String name,
        String version,
        String ecosystem,
        String scope,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * Two places that do not agree.
 *
 * @param kind such as event-without-consumer
 * @param statement what does not agree, in one sentence
 * @param other the place it disagrees with; null if there is none
 */
public record Contradiction(
        String kind,
        String statement,
        @Nullable Evidence other,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

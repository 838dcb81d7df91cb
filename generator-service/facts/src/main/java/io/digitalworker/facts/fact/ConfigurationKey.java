package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A key of the configuration.
 *
 * @param use declared or read
 * @param type boolean, number, string, object, list; empty if the code does not say
 * @param value only of a boolean, a number or an enum; null otherwise
 */
public record ConfigurationKey(
        String key,
        String use,
        String type,
        @Nullable String value,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

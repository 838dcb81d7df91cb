package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A key of a text that is translated; the text itself is not kept.
 *
 * @param culture of the resource, such as en-us; empty for a use in code
 * @param use declared or read
 */
public record LocalizationKey(
        String key, String culture, String use, Confidence confidence, Evidence evidence)
        implements Fact {}

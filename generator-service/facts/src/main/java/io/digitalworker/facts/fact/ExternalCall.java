package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A request that the code sends to another system.
 *
 * @param method upper case, or ANY
 * @param url as far as it is known; {name} for what is filled in
 * @param client the library or interface it goes through
 * @param caller the member that sends it
 */
public record ExternalCall(
        String method,
        String url,
        String client,
        String caller,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

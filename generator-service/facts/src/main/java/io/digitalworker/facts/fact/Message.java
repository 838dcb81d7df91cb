package io.digitalworker.facts.fact;

import io.digitalworker.facts.source.Evidence;

/**
 * A message or event that is published or consumed.
 *
 * @param direction publish or consume
 * @param name of the event, or type of the payload
 * @param channel topic, queue, exchange or bus; empty if there is none
 * @param payload type; empty if the code does not say
 * @param handler the member that publishes or consumes
 */
public record Message(
        String direction,
        String name,
        String channel,
        String payload,
        String handler,
        String framework,
        Confidence confidence,
        Evidence evidence)
        implements Fact {}

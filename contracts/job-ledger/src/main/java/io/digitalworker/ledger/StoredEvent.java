package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;

/**
 * An event of the history, which is also the outbox.
 *
 * @param detail the JSON that goes on the bus, byte for byte the same at each sending
 */
public record StoredEvent(EventSource source, JobEvent event, String detail) {}

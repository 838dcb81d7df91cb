package io.digitalworker.notifier.delivery;

import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.StoredEvent;

/**
 * What is to be told.
 *
 * @param job as it is now; the event may be of an earlier attempt
 * @param stored the terminal event with its JSON
 */
public record Notice(Job job, StoredEvent stored) {}

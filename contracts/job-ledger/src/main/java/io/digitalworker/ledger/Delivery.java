package io.digitalworker.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification of one event over one channel.
 *
 * @param channel {@code sns} or {@code webhook}
 * @param eventId of the event, the same over all attempts
 * @param sequence of the event in the job's history
 * @param state {@code pending}, {@code delivered}, {@code undelivered}
 * @param attempts begun so far
 * @param dueAt of the next attempt, absent at the end
 */
public record Delivery(
        String jobId,
        String channel,
        String eventId,
        long sequence,
        String state,
        int attempts,
        @Nullable Instant dueAt) {}

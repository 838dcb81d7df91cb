package io.digitalworker.queue;

import java.time.Instant;
import java.util.Objects;

/**
 * A message as its handler sees it.
 *
 * @param body the text of the message; never log it
 * @param messageId the id that SQS gave it; a {@link Outcome.Later} makes a new one
 * @param receiveCount how often SQS has handed this message out, from 1; starts anew after a {@link
 *     Outcome.Later}
 * @param firstReceived when it was received for the first time, by the clock of SQS; kept over {@link
 *     Outcome.Later}
 * @param lease the hold on the message while it is worked on
 */
public record Received(
        String body, String messageId, int receiveCount, Instant firstReceived, Lease lease) {

    public Received {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(firstReceived, "firstReceived");
        Objects.requireNonNull(lease, "lease");
        if (receiveCount < 1) {
            throw new IllegalArgumentException("receiveCount starts at 1, not " + receiveCount);
        }
    }

    /** Leaves out the body, which must not reach a log. */
    @Override
    public String toString() {
        return "Received[messageId=" + messageId + ", receiveCount=" + receiveCount + "]";
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that was given up (design §3). Its body is not kept: it was an event of the history.
 *
 * @param jobId of the message's event, or {@value #UNADDRESSED} where the body could not be read
 * @param queue the queue whose dead letter it is, such as {@code generate}
 * @param sequence of the event that the message carried, 0 where unknown
 * @param eventId of it, absent where unknown
 * @param cause simple class name of the last exception, where known
 * @param bodySha256 hash of the body
 * @param state {@code waiting}, {@code redriven}, {@code discarded}
 */
public record DeadLetter(
        String jobId,
        String queue,
        String messageId,
        long sequence,
        @Nullable String eventId,
        int receives,
        ErrorCode code,
        @Nullable String cause,
        String bodySha256,
        Instant receivedAt,
        String state) {
    public static final String UNADDRESSED = "unaddressed";
}

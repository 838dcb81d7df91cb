package io.digitalworker.queue;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Turns a message of SQS into what a handler sees: how often and since when it was received. */
final class ReceiptTimes {

    private final Clock clock;

    ReceiptTimes(Clock clock) {
        this.clock = clock;
    }

    Received received(Message message, Lease lease) {
        return new Received(
                message.body(), message.messageId(), count(message), first(message), lease);
    }

    private static int count(Message message) {
        String count =
                message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
        return count == null ? 1 : Math.max(1, Integer.parseInt(count));
    }

    /** Of the copy that a Later sent, the first receipt of the original; else what SQS tells. */
    private Instant first(Message message) {
        Map<MessageSystemAttributeName, String> told = message.attributes();
        String bySqs = told.get(MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
        Instant original = instant(carried(message));
        Instant ofThis = instant(bySqs);
        if (original != null) {
            return original;
        }
        return ofThis != null ? ofThis : clock.instant();
    }

    private static @Nullable String carried(Message message) {
        MessageAttributeValue value = message.messageAttributes().get(SqsQueue.FIRST_RECEIVED);
        return value == null ? null : value.stringValue();
    }

    private static @Nullable Instant instant(@Nullable String epochMillis) {
        return epochMillis != null && epochMillis.matches("\\d{1,15}")
                ? Instant.ofEpochMilli(Long.parseLong(epochMillis))
                : null;
    }
}

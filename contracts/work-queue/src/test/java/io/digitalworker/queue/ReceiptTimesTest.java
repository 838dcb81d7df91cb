package io.digitalworker.queue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptTimesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ReceiptTimes times = new ReceiptTimes(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void takesTheFirstReceiptOfTheOriginalOverThatOfTheCopy() {
        Received received = received("1000", "2000", "3");
        assertThat(received.firstReceived()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(received.receiveCount()).isEqualTo(3);
    }

    @Test
    void takesWhatSqsTellsWhenTheAttributeIsNoTime() {
        assertThat(received("yesterday", "2000", "1").firstReceived())
                .isEqualTo(Instant.ofEpochMilli(2000));
    }

    @Test
    void takesTheClockWhenNobodyTells() {
        Message bare = Message.builder().messageId("m1").body("work").build();
        Received received = times.received(bare, new Lease());
        assertThat(received.firstReceived()).isEqualTo(NOW);
        assertThat(received.receiveCount()).isEqualTo(1);
    }

    private Received received(String carried, String bySqs, String count) {
        Message message =
                Message.builder()
                        .messageId("m1")
                        .body("work")
                        .messageAttributes(
                                Map.of(
                                        SqsQueue.FIRST_RECEIVED,
                                        MessageAttributeValue.builder()
                                                .dataType("String")
                                                .stringValue(carried)
                                                .build()))
                        .attributes(
                                Map.of(
                                        MessageSystemAttributeName
                                                .APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
                                        bySqs,
                                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                        count))
                        .build();
        return times.received(message, new Lease());
    }
}

package io.digitalworker.notifier.inbound;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobSubmitted;
import io.digitalworker.ledger.EventJson.UnreadableEvent;
import io.digitalworker.ledger.Ledger;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.notifier.NotifySubscribers;
import io.digitalworker.notifier.Samples;
import io.digitalworker.notifier.delivery.AttemptDelivery;
import io.digitalworker.notifier.delivery.DeliveryConfig;
import io.digitalworker.queue.Lease;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.PutOff;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TerminalEventsTest {
    private final TerminalEvents events =
            new TerminalEvents(withoutLedger(), new PutOff(Clock.systemUTC(), Clock.systemUTC()));

    @Test
    void putsOffWhatTheLedgerDoesNotAllow() {
        assertThat(events.handle(received(Samples.succeeded()))).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void takesTheEndOfABatchAsWell() {
        BatchCompleted completed =
                new BatchCompleted(
                        JobEvent.VERSION,
                        Samples.EVENT_ID,
                        "batch-1",
                        1,
                        1,
                        Samples.NOW,
                        "request-1",
                        null,
                        "batch-1",
                        2,
                        1);

        assertThat(events.handle(received(completed)))
                .as("put off, since the ledger is away")
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void hasNothingToDoForEventsThatAreNoEnd() {
        ObjectRef reference = Samples.reference("archive.zip");
        JobSubmitted submitted =
                new JobSubmitted(
                        JobEvent.VERSION,
                        Samples.EVENT_ID,
                        Samples.JOB_ID,
                        1,
                        1,
                        Samples.NOW,
                        "request-1",
                        null,
                        "Loyalty",
                        reference,
                        reference,
                        reference,
                        null);

        assertThat(events.handle(received(submitted))).isEqualTo(Outcome.done());
    }

    @Test
    void leavesWhatItCannotReadToTheDeadLetters() {
        assertThatThrownBy(() -> events.handle(received("not an event")))
                .isInstanceOf(UnreadableEvent.class);
    }

    private static NotifySubscribers withoutLedger() {
        DynamoDbClient away = new Away();
        Retention retention = Retention.standard();
        Clock clock = Clock.systemUTC();
        Ledger ledger =
                new Ledger(
                        away, "table", EventSource.NOTIFIER, retention, clock, () -> "id", e -> {});
        return new NotifySubscribers(
                ledger.jobs(),
                ledger.batches(),
                ledger.deliveries(),
                new AttemptDelivery(
                        ledger.jobs(),
                        ledger.batches(),
                        ledger.deliveries(),
                        List.of(),
                        new Waits(),
                        clock));
    }

    private static Received received(JobEvent event) {
        StoredEvent stored = Samples.stored(event);
        return received(
                "{\"detail-type\":\"%s\",\"source\":\"%s\",\"detail\":%s}"
                        .formatted(event.detailType(), stored.source().onBus(), stored.detail()));
    }

    private static Received received(String body) {
        return new Received(body, "m-1", 1, Clock.systemUTC().instant(), new Lease());
    }

    private record Waits() implements DeliveryConfig {
        @Override
        public List<Duration> waits() {
            return List.of(Duration.ofSeconds(5));
        }

        @Override
        public Duration waitForCloud() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration lease() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(5);
        }
    }

    /** A table out of reach. */
    private static final class Away implements DynamoDbClient {
        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            throw SdkClientException.create("connection refused");
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}

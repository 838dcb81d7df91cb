package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.cleanup.DeleteArtifacts;
import io.digitalworker.cleanup.TestConfig;
import io.digitalworker.cleanup.letter.KeepLetter;
import io.digitalworker.cleanup.removal.Buckets;
import io.digitalworker.cleanup.removal.JobObjects;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.ledger.EventJson.UnreadableEvent;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Ledger;
import io.digitalworker.ledger.LedgerUnavailable;
import io.digitalworker.ledger.Retention;
import io.digitalworker.queue.Lease;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.PutOff;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of messages and due work while the ledger is out of reach. */
class CloudAwayTest {
    private static final String JOB_ID = "6b1e1d6e-0000-4000-8000-000000000001";
    private final Clock clock = Clock.systemUTC();
    private final Retention retention = Retention.standard();
    private final DynamoDbClient away = new Away();
    private final Buckets buckets =
            new Buckets()
                    .with(TestConfig.INPUT, JOB_ID + "/archive.zip", 1)
                    .with(TestConfig.INPUT, JOB_ID + "/options.json", 1);
    private final JobLedger ledger =
            new Ledger(away, "table", EventSource.CLEANUP, retention, clock, () -> "id", e -> {})
                    .jobs();
    private final DeleteArtifacts deleteArtifacts =
            new DeleteArtifacts(
                    ledger,
                    new Ledger(
                                    away,
                                    "table",
                                    EventSource.CLEANUP,
                                    retention,
                                    clock,
                                    () -> "id",
                                    e -> {})
                            .deletions(),
                    new JobObjects(buckets, new TestConfig()),
                    retention,
                    clock);
    private final FinalFailures finalFailures =
            new FinalFailures(deleteArtifacts, new PutOff(Clock.systemUTC(), Clock.systemUTC()));

    @Test
    void deletesFirstAndRecordsLater() {
        assertThat(finalFailures.handle(received(envelope(failed()))))
                .isInstanceOf(Outcome.Later.class);

        assertThat(buckets.keys())
                .containsExactly("digital-worker-input:" + JOB_ID + "/options.json");
    }

    @Test
    void leavesWhatItCannotReadToTheDeadLetters() {
        assertThatThrownBy(() -> finalFailures.handle(received("not an event")))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void putsDeadLettersOff() {
        KeepLetter keepLetter =
                new KeepLetter(
                        ledger,
                        new Ledger(
                                        away,
                                        "table",
                                        EventSource.CLEANUP,
                                        retention,
                                        clock,
                                        () -> "id",
                                        e -> {})
                                .deadLetters(),
                        clock);
        DeadLetterQueues queues =
                new DeadLetterQueues(keepLetter, new PutOff(Clock.systemUTC(), Clock.systemUTC()));

        assertThat(queues.ofGenerate(received(envelope(failed()))))
                .isInstanceOf(Outcome.Later.class);
        assertThat(queues.ofNotify(received(envelope(failed())))).isInstanceOf(Outcome.Later.class);
        assertThat(queues.ofCleanup(received(envelope(failed()))))
                .isInstanceOf(Outcome.Later.class);
    }

    @Test
    void deletesNothingBeforeItKnowsTheStateOfTheJob() {
        assertThatThrownBy(() -> deleteArtifacts.ofEverything(JOB_ID))
                .isInstanceOf(LedgerUnavailable.class);

        assertThat(buckets.keys()).hasSize(2);
    }

    private JobFailed failed() {
        return new JobFailed(
                JobEvent.VERSION,
                "e-1",
                JOB_ID,
                1,
                3,
                clock.instant().minus(Duration.ofHours(1)),
                "request-1",
                null,
                "Loyalty",
                ErrorCode.ARCHIVE_DAMAGED.name(),
                ErrorCode.ARCHIVE_DAMAGED.message(),
                true,
                "open");
    }

    private static String envelope(JobEvent event) {
        return "{\"detail-type\":\"%s\",\"source\":\"digitalworker.generator\",\"detail\":%s}"
                .formatted(event.detailType(), EventJson.detail(event));
    }

    private Received received(String body) {
        return new Received(body, "m-1", 1, clock.instant(), new Lease());
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

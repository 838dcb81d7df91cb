package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole lives of jobs over the table and bus that the cloud comes with, as the services see them. */
class LedgerLifeIT {
    private static final String TABLE = "DigitalWorkerJobs";

    /** Ahead of the cloud's own clock, by which that table's items expire. */
    private final SettableClock clock = new SettableClock(Instant.parse("2099-03-01T10:00:00Z"));

    private final DynamoDbClient db = TestCloud.shared();
    private EventBridgeClient events;
    private JobLedger ingest;
    private JobLedger generator;
    private Deletions deletions;
    private DeadLetters letters;
    private Deliveries deliveries;

    @BeforeEach
    void connect() {
        events =
                EventBridgeClient.builder()
                        .endpointOverride(TestCloud.events())
                        .region(Region.EU_WEST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "locallocal")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        ingest = ledger(EventSource.INGEST);
        generator = ledger(EventSource.GENERATOR);
        deletions =
                new Ledger(
                                db,
                                TABLE,
                                EventSource.CLEANUP,
                                Fixture.RETENTION,
                                clock,
                                LedgerLifeIT::id,
                                e -> {})
                        .deletions();
        letters =
                new Ledger(
                                db,
                                TABLE,
                                EventSource.CLEANUP,
                                Fixture.RETENTION,
                                clock,
                                LedgerLifeIT::id,
                                e -> {})
                        .deadLetters();
        deliveries =
                new Ledger(
                                db,
                                TABLE,
                                EventSource.NOTIFIER,
                                Fixture.RETENTION,
                                clock,
                                LedgerLifeIT::id,
                                e -> {})
                        .deliveries();
    }

    @AfterEach
    void disconnect() {
        events.close();
    }

    private JobLedger ledger(EventSource service) {
        return new Ledger(db, TABLE, service, Fixture.RETENTION, clock, LedgerLifeIT::id, e -> {})
                .jobs();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Claim claim(String jobId) {
        int attempt = generator.find(jobId).orElseThrow().attempt();
        return ((ClaimAttempt.Claimed) generator.claim(jobId, attempt)).claim();
    }

    @Test
    void goesFromSubmissionOverARescueToArtifactsNotificationAndDeletion() {
        String jobId = ingest.submit(Fixture.newJob()).jobId();
        Claim killed = claim(jobId);
        killed.enter(Stage.FACTS);
        clock.advance(Fixture.RETENTION.claim().plusMillis(1));
        assertThat(generator.rescue(jobId)).isInstanceOf(Change.Applied.class);
        Claim claim = claim(jobId);
        clock.advance(Duration.ofSeconds(3));
        claim.progress(5);
        assertThat(claim.renew()).isTrue();
        claim.enter(Stage.PUBLISH);
        Job done = claim.succeed(Fixture.published(jobId));

        deliveries.schedule(jobId, "sns", "event", done.sequence());
        deliveries.schedule(jobId, "webhook", "event", done.sequence());
        Duration lease = Duration.ofSeconds(30);
        deliveries.delivered(deliveries.begin(jobId, "sns", "event", lease).orElseThrow());
        Delivery failing = deliveries.begin(jobId, "webhook", "event", lease).orElseThrow();
        deliveries.again(failing, clock.instant());
        deliveries.undelivered(deliveries.begin(jobId, "webhook", "event", lease).orElseThrow());
        clock.advance(Duration.ofHours(24));
        deletions.allGone(jobId, 4, 400);

        assertThat(ingest.find(jobId).orElseThrow().status()).isEqualTo(JobStatus.Succeeded);
        assertThat(deliveries.of(jobId))
                .extracting(Delivery::state)
                .containsExactly("delivered", "undelivered");
        assertThat(deletions.find(jobId).orElseThrow().deletedAt()).isEqualTo(clock.instant());
        assertThat(ingest.events(jobId))
                .extracting(e -> e.event().detailType())
                .containsExactly(
                        "JobSubmitted",
                        "JobProgressed",
                        "JobProgressed",
                        "JobSubmitted",
                        "JobProgressed",
                        "JobProgressed",
                        "JobSucceeded",
                        "ArtifactsDeleted");
    }

    @Test
    void goesFromADeadLetterOverRedriveToItsEnd() {
        String jobId = ingest.submit(Fixture.newJob()).jobId();
        Claim claim = claim(jobId);
        claim.release("IOException");
        DeadLetter letter = letter(jobId, "generate");

        letters.keepOfJob(letter, 1);
        assertThat(ingest.find(jobId).orElseThrow().status()).isEqualTo(JobStatus.Failed);
        assertThat(letters.waiting(100)).contains(letter);
        assertThat(letters.redrive(letter)).isInstanceOf(Change.Applied.class);
        Claim second = claim(jobId);
        second.fail(Fixture.REFUSED);
        deletions.sourceGone(jobId, 1, 10);
        deletions.demand(jobId);
        letters.keepOfNotification(letter(jobId, "notify"));
        letters.keep(letter(jobId, "cleanup"));
        letters.discard(letter(jobId, "cleanup"));

        assertThat(letters.redrive(letter(jobId, "notify"))).isInstanceOf(Change.Applied.class);
        assertThat(letters.find(jobId, "cleanup", "message-cleanup").orElseThrow().state())
                .isEqualTo("discarded");
        assertThat(ingest.find(jobId).orElseThrow().attempt()).isEqualTo(2);
    }

    private DeadLetter letter(String jobId, String queue) {
        return new DeadLetter(
                jobId,
                queue,
                "message-" + queue,
                1,
                "event",
                6,
                ErrorCode.PROCESSING_FAILED,
                "IOException",
                Fixture.SHA,
                clock.instant(),
                "waiting");
    }

    @Test
    void bringsEveryEventToTheBus() {
        String jobId = ingest.submit(Fixture.newJob()).jobId();
        claim(jobId).fail(Fixture.RECOVERABLE);
        generator.redrive(jobId);
        generator.fail(jobId, Fixture.CANCELLED);
        EventBus bus = new EventBridgeBus(events, "digital-worker");

        ingest.relay(bus, EventSource.INGEST, Duration.ZERO);
        ingest.relay(bus, EventSource.GENERATOR, Duration.ZERO);

        Instant later = clock.instant().plusSeconds(1);
        for (EventSource source : EventSource.values()) {
            assertThat(ingest.due(DueKind.EVENT, source, later, 1_000))
                    .as("waiting events of %s", source)
                    .noneMatch(due -> due.jobId().equals(jobId));
        }
    }

    @Test
    void keepsTheEventsThatABusOutOfReachDidNotTake() {
        String jobId = ingest.submit(Fixture.newJob()).jobId();
        EventBus bus = new EventBridgeBus(events, "no-such-bus");

        ingest.send(bus, ingest.events(jobId));

        assertThat(
                        ingest.due(
                                DueKind.EVENT,
                                EventSource.INGEST,
                                clock.instant().plusSeconds(1),
                                1_000))
                .anyMatch(due -> due.jobId().equals(jobId));
    }
}

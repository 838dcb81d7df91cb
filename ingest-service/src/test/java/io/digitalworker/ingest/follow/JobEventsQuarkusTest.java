package io.digitalworker.ingest.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Stage;
import io.digitalworker.ingest.JobsInLedger;
import io.digitalworker.ingest.follow.EventStream.Message;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Published;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
@WithTestResource(QuickStreams.class)
class JobEventsQuarkusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject JobsInLedger jobs;
    @Inject JobLedger ledger;
    @Inject Deletions deletions;
    @Inject OpenStreams streams;

    @TestHTTPResource URI root;

    @AfterEach
    void leavesNoStreamOpen() {
        await("streams that are still counted as open")
                .atMost(Duration.ofSeconds(5))
                .until(() -> streams.count() == 0);
    }

    @Test
    void tellsTheWholeHistoryInItsOrderAndEnds() throws Exception {
        String jobId = jobs.succeeded(JobsInLedger.CALLER);

        try (EventStream stream = follow(jobId, null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            List<Message> messages = stream.rest();

            assertThat(messages).extracting(Message::id).containsExactly("1", "2", "3");
            assertThat(messages)
                    .extracting(Message::event)
                    .containsExactly("JobSubmitted", "JobProgressed", "JobSucceeded");
            JsonNode detail = JSON.readTree(messages.get(2).data());
            assertThat(detail.path("jobId").asText()).isEqualTo(jobId);
            assertThat(detail.path("sequence").asInt()).isEqualTo(3);
        }
    }

    @Test
    void goesOnBehindTheLastEventThatWasSeen() {
        String jobId = jobs.succeeded(JobsInLedger.CALLER);

        assertThat(ids(follow(jobId, "1"))).containsExactly("2", "3");
        assertThat(ids(follow(jobId, "2"))).containsExactly("3");
        assertThat(ids(follow(jobId, ""))).containsExactly("1", "2", "3");
    }

    @Test
    void saysThatNothingFollowsTheEnd() {
        String jobId = jobs.succeeded(JobsInLedger.CALLER);

        try (EventStream stream = follow(jobId, "3")) {
            assertThat(stream.status()).isEqualTo(204);
            assertThat(stream.rest()).isEmpty();
        }
    }

    @Test
    void aRedrivenJobGoesOnWhereItEnded() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);
        jobs.claim(jobId).fail(new JobFault(ErrorCode.PROCESSING_FAILED, false, "open", null));
        assertThat(ids(follow(jobId, null))).containsExactly("1", "2", "3");
        assertThat(status(jobId, "3")).as("nobody redrives it by itself").isEqualTo(204);

        ledger.redrive(jobId);
        ledger.cancel(jobId);
        deletions.sourceGone(jobId, 1, 1);

        assertThat(ids(follow(jobId, "3"))).containsExactly("4", "5", "6");
    }

    @Test
    void tellsWhatIsDeletedAfterAFinalFailure() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);
        ledger.fail(jobId, JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open"));

        try (EventStream stream = follow(jobId, "1")) {
            assertThat(stream.next().orElseThrow().event()).isEqualTo("JobFailed");
            deletions.sourceGone(jobId, 3, 30);
            assertThat(next(stream).event()).isEqualTo("ArtifactsDeleted");
            assertThat(stream.rest()).as("nothing follows").isEmpty();
        }
        assertThat(status(jobId, "3")).isEqualTo(204);
    }

    @Test
    void tellsWhatIsDeletedBecauseTheCallerAskedForIt() {
        String jobId = jobs.succeeded(JobsInLedger.CALLER);
        deletions.demand(jobId);

        try (EventStream stream = follow(jobId, "3")) {
            assertThat(stream.status()).as("something follows").isEqualTo(200);
            deletions.allGone(jobId, 4, 40);
            Message last = next(stream);
            assertThat(last.id()).isEqualTo("4");
            assertThat(last.data()).contains("\"scope\":\"all\"", "\"reason\":\"delete\"");
        }
    }

    @Test
    void hasNoGapAndRepeatsNothingOverManyReconnectionsAtRandomPoints() throws Exception {
        String jobId = jobs.submitted(JobsInLedger.CALLER);
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> work(jobId));
        Random random = new Random(20260321);
        List<String> seen = new ArrayList<>();
        int connections = 0;
        String last = null;
        while (status(jobId, last) == 200) {
            try (EventStream stream = follow(jobId, last)) {
                connections++;
                int most = random.nextInt(3);
                for (int read = 0; read <= most; read++) {
                    Optional<Message> message = stream.next();
                    if (message.isPresent() && !message.get().id().isEmpty()) {
                        last = message.get().id();
                        seen.add(last);
                    }
                }
            }
        }
        work.get();

        int events = ledger.events(jobId).size();
        assertThat(seen)
                .as("ids over %d connections", connections)
                .isEqualTo(IntStream.rangeClosed(1, events).mapToObj(Integer::toString).toList());
        assertThat(connections).isGreaterThan(10);
    }

    /** Sixty stages, or so. */
    private void work(String jobId) {
        Claim claim = jobs.claim(jobId);
        for (int round = 0; round < 6; round++) {
            for (Stage stage : Stage.values()) {
                claim.enter(stage);
            }
        }
        claim.succeed(new Published(jobId + "/1/", "0".repeat(64), List.of(), List.of()));
    }

    @Test
    void tellsProgressInsideAStageWithoutAnId() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);
        Claim claim = jobs.claim(jobId);
        claim.enter(Stage.WRITE);

        try (EventStream stream = follow(jobId, "3")) {
            Message where = stream.next().orElseThrow();
            assertThat(where.event()).as("at once, where it stands").isEqualTo("progress");
            assertThat(where.data())
                    .isEqualTo(
                            "{\"stage\":\"write\",\"progress\":%d}"
                                    .formatted(Stage.WRITE.startsAt()));
            assertThat(where.id()).isEmpty();
        }
    }

    @Test
    void keepsASilentConnectionOpenAndEndsItAfterItsTime() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);

        try (EventStream stream = follow(jobId, "1")) {
            List<Message> messages = stream.rest();

            assertThat(messages).hasSizeBetween(5, 20);
            assertThat(messages).extracting(Message::comment).containsOnly("still here");
        }
    }

    @Test
    void aCallerMayHaveSoManyStreamsOpen() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);

        List<EventStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                open.add(follow(jobId, null));
            }
            assertThat(open).extracting(EventStream::status).containsOnly(200);
            open.add(follow(jobId, null));
            EventStream tooMany = open.get(20);

            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.header("Retry-After")).isEqualTo("5");
            assertThat(tooMany.header("Content-Type")).startsWith("application/problem+json");
        } finally {
            open.forEach(EventStream::close);
        }
    }

    @Test
    void aClientThatGoesAwayGivesItsPlaceBack() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);
        for (int i = 0; i < 60; i++) {
            await("a place that is given back")
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> streams.count() < 20);
            try (EventStream stream = follow(jobId, null)) {
                assertThat(stream.status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"planted", "-1", "1.5", "9999999", "4"})
    void refusesAnIdThatItNeverSent(String id) {
        given().header("Last-Event-ID", id)
                .get("/v1/jobs/" + jobs.succeeded(JobsInLedger.CALLER) + "/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("REQUEST_MALFORMED"))
                .body("details.field", contains("Last-Event-ID"));
    }

    @Test
    void jobsOfOthersAreAsAbsentAsNone() {
        for (String jobId :
                List.of(jobs.succeeded("somebody"), UUID.randomUUID().toString(), "a.b")) {
            given().get("/v1/jobs/" + jobId + "/events")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("JOB_NOT_FOUND"));
        }
    }

    private EventStream follow(String jobId, @Nullable String lastEventId) {
        return EventStream.open(root.resolve("/v1/jobs/" + jobId + "/events"), lastEventId);
    }

    private int status(String jobId, @Nullable String lastEventId) {
        try (EventStream stream = follow(jobId, lastEventId)) {
            return stream.status();
        }
    }

    /** Of all events, to the end. */
    private static List<String> ids(EventStream stream) {
        try (stream) {
            return stream.rest().stream().map(Message::id).filter(id -> !id.isEmpty()).toList();
        }
    }

    /** The next event. */
    private static Message next(EventStream stream) {
        Message message = stream.next().orElseThrow();
        return message.id().isEmpty() ? next(stream) : message;
    }
}

package io.digitalworker.cleanup.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.cleanup.MovableClock;
import io.digitalworker.cleanup.Scene;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.DueKind;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Ledger;
import io.digitalworker.ledger.Published;
import io.digitalworker.ledger.Retention;
import io.digitalworker.queue.Lease;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Deletion, rescue and late events between real buckets, ledger and queues. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedCloudResource.class,
        initArgs = @ResourceArg(name = "arguments", value = OnDemand.TROUBLE))
@QuarkusTestResource(OnDemand.class)
class DeletionQuarkusTest {
    @Inject Scene scene;
    @Inject MovableClock clock;
    @Inject JobLedger ledger;
    @Inject Deletions deletions;
    @Inject Retention retention;
    @Inject DueWork due;
    @Inject FinalFailures finalFailures;
    @Inject DynamoDbClient db;

    @Test
    void deletesTheSourceOfAFinalFailureAtOnceAndKeepsTheCallbackForItsNotification() {
        String jobId = scene.refused();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> deletion(jobId).sourceDeletedAt() != null);

        assertThat(scene.objects(jobId)).containsExactly(jobId + "/options.json");
        assertThat(deletion(jobId).objects()).isEqualTo(3);
        assertThat(deletion(jobId).bytes()).isEqualTo(30);
        assertThat(deletion(jobId).deletedAt()).isNull();
        assertThat(scene.history(jobId)).endsWith("JobFailed", "ArtifactsDeleted");
    }

    @Test
    void aRevisionThatFailsForGoodTakesNothingOfItsRootWithIt() {
        String root = scene.succeeded();
        String revision = scene.revision(root);
        scene.claimed(revision).fail(JobFault.refused(ErrorCode.REVISION_INVALID, "open"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> deletion(revision).sourceDeletedAt() != null);

        assertThat(scene.objects(revision)).isEmpty();
        assertThat(scene.objects(root)).hasSize(4);
        assertThat(deletion(root).sourceDeletedAt()).isNull();
    }

    @Test
    void aRevisionGoesAtTheTimeOfItsRoot() {
        String root = scene.succeeded();
        clock.advance(retention.deleteAfter().minusMinutes(40));
        String revision = scene.revision(root);
        scene.claimed(revision)
                .succeed(new Published(revision + "/1/", "0".repeat(64), List.of(), List.of()));

        clock.advance(Duration.ofMinutes(40));
        deletionsUntil(() -> deletion(revision).deletedAt() != null);

        assertThat(scene.objects(revision)).isEmpty();
    }

    @Test
    void keepsTheSourceOfARecoverableFailure() {
        String jobId = scene.submitted();
        scene.claimed(jobId).fail(new JobFault(ErrorCode.PROCESSING_FAILED, false, "facts", "Bug"));

        Outcome outcome = finalFailures.handle(received(Scene.envelope(scene.last(jobId))));

        assertThat(outcome).isEqualTo(Outcome.done());
        assertThat(scene.objects(jobId)).hasSize(4);
    }

    @Test
    void looksOnceMoreWhereAWorkerWasShutOut() {
        String jobId = scene.submitted();
        scene.claimed(jobId);
        ledger.fail(jobId, new JobFault(ErrorCode.TIMED_OUT, true, "facts", null));
        Received message = received(Scene.envelope(scene.last(jobId)));

        assertThat(finalFailures.handle(message)).isInstanceOf(Outcome.Later.class);
        scene.put(Scene.OUTPUT, jobId + "/1/late.md");
        clock.advance(retention.claim().plusSeconds(61));

        assertThat(finalFailures.handle(message)).isEqualTo(Outcome.done());
        assertThat(scene.objects(jobId)).containsExactly(jobId + "/options.json");
    }

    @Test
    void deletesEverythingAtItsTimeAndRecordsIt() {
        String jobId = scene.succeeded();

        due.deletions();
        assertThat(scene.objects(jobId)).as("not before its time").hasSize(4);
        clock.advance(retention.deleteAfter());
        deletionsUntil(() -> deletion(jobId).deletedAt() != null);

        assertThat(scene.objects(jobId)).isEmpty();
        assertThat(deletion(jobId).objects()).isEqualTo(4);
        assertThat(deletion(jobId).bytes()).isEqualTo(40);
        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Succeeded);
        assertThat(scene.history(jobId)).endsWith("JobSucceeded", "ArtifactsDeleted");
    }

    @Test
    void deletesOnceOnly() {
        String jobId = scene.succeeded();
        clock.advance(retention.deleteAfter());
        deletionsUntil(() -> deletion(jobId).deletedAt() != null);
        Deletion first = deletion(jobId);

        due.deletions();

        assertThat(deletion(jobId)).isEqualTo(first);
        assertThat(scene.history(jobId)).filteredOn("ArtifactsDeleted"::equals).hasSize(1);
    }

    @Test
    void failsAJobThatHasNotEndedAtItsDeletionAndLooksAgainForItsWorker() {
        String jobId = scene.submitted();
        clock.advance(retention.deleteAfter());
        scene.claimed(jobId);

        deletionsUntil(() -> deletion(jobId).sourceDeletedAt() != null);
        assertThat(scene.objects(jobId)).isEmpty();
        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Failed);
        assertThat(scene.job(jobId).fault())
                .isEqualTo(new JobFault(ErrorCode.TIMED_OUT, true, "open", null));
        assertThat(deletion(jobId).deletedAt()).as("a worker may still write").isNull();

        scene.put(Scene.OUTPUT, jobId + "/1/late.md");
        clock.advance(retention.claim().plusSeconds(61));
        deletionsUntil(() -> deletion(jobId).deletedAt() != null);
        assertThat(scene.objects(jobId)).isEmpty();
    }

    @Test
    void deletesAtOnceWhatSomebodyAskedFor() {
        String jobId = scene.succeeded();

        deletions.demand(jobId);
        deletionsUntil(() -> deletion(jobId).deletedAt() != null);

        assertThat(scene.objects(jobId)).isEmpty();
        assertThat(scene.last(jobId).detail()).contains("\"reason\":\"delete\"");
        assertThat(scene.history(jobId)).filteredOn("ArtifactsDeleted"::equals).hasSize(1);
    }

    @Test
    void cancelsAndDeletesTheRevisionsOfARootAlsoIfWhoeverAskedForItEndedBefore() {
        String root = scene.succeeded();
        String revision = scene.revision(root);
        scene.claimed(revision);

        deletions.demand(root);
        deletionsUntil(() -> scene.objects(revision).isEmpty());

        assertThat(scene.objects(root)).isEmpty();
        assertThat(scene.job(revision).fault())
                .isEqualTo(new JobFault(ErrorCode.CANCELLED, true, "open", null));
        clock.advance(retention.claim().plusSeconds(61));
        deletionsUntil(() -> deletion(revision).deletedAt() != null);
        assertThat(scene.history(revision))
                .as("each scope is told once")
                .endsWith("JobFailed", "ArtifactsDeleted", "ArtifactsDeleted");
    }

    @Test
    void takesAwayWhatAWorkerWritesThatStoodStillWhileItsJobWasDeleted() {
        String jobId = scene.submitted();
        scene.claimed(jobId);
        deletions.demand(jobId);
        ledger.cancel(jobId);
        clock.advance(retention.claim().plusSeconds(61));
        deletionsUntil(() -> deletion(jobId).deletedAt() != null);
        Deletion record = deletion(jobId);

        scene.put(Scene.OUTPUT, jobId + "/1/late.md");
        clock.advance(retention.deadline());
        deletionsUntil(() -> scene.objects(jobId).isEmpty());

        assertThat(deletion(jobId)).as("what was told stays").isEqualTo(record);
        assertThat(scene.history(jobId)).filteredOn("ArtifactsDeleted"::equals).hasSize(2);
        clock.advance(retention.deadline());
        await("no third look")
                .atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                ledger
                                        .due(
                                                DueKind.DELETION,
                                                EventSource.CLEANUP,
                                                clock.instant(),
                                                1_000)
                                        .stream()
                                        .noneMatch(due -> due.jobId().equals(jobId)));
    }

    @Test
    void deletesWhatWasStoredForAJobThatWasRefusedThen() {
        String jobId = UUID.randomUUID().toString();
        scene.put(Scene.INPUT, jobId + "/revision.json");

        deletions.demandStray(jobId);
        deletionsUntil(() -> deletion(jobId).deletedAt() != null);

        assertThat(scene.objects(jobId)).isEmpty();
    }

    @Test
    void announcesAJobAgainWhoseClaimEndedUnnoticed() {
        String jobId = scene.submitted();
        scene.take("generate", jobId);
        scene.claimed(jobId);

        clock.advance(retention.claim().plusSeconds(14));
        due.endedClaims();
        assertThat(scene.history(jobId))
                .as("the queue's own redelivery comes first")
                .containsExactly("JobSubmitted", "JobProgressed");
        clock.advance(Duration.ofSeconds(2));
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            due.endedClaims();
                            return scene.history(jobId).size() == 3;
                        });

        assertThat(scene.history(jobId))
                .containsExactly("JobSubmitted", "JobProgressed", "JobSubmitted");
        assertThat(scene.take("generate", jobId).path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void sendsEventsThatTheirServiceLeftBehind() {
        JobLedger silent =
                new Ledger(
                                db,
                                "DigitalWorkerJobs",
                                EventSource.GENERATOR,
                                retention,
                                clock,
                                () -> UUID.randomUUID().toString(),
                                event -> {})
                        .jobs();
        String jobId = new Scene(silent, scene).submitted();

        clock.advance(Duration.ofSeconds(61));
        JsonNode sent = scene.take("generate", jobId, due::lateEvents);

        assertThat(sent.path("attempt").asInt()).isEqualTo(1);
    }

    @Test
    void isHealthyAndSaysSoForWhatItDoesNotHave() {
        get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        get("/v1/jobs").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private void deletionsUntil(BooleanSupplier done) {
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            due.deletions();
                            return done.getAsBoolean();
                        });
    }

    private Deletion deletion(String jobId) {
        return deletions.find(jobId).orElseThrow();
    }

    private static Received received(String body) {
        return new Received(
                body, UUID.randomUUID().toString(), 1, Clock.systemUTC().instant(), new Lease());
    }
}

package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.DeadLetterView;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.cleanup.MovableClock;
import io.digitalworker.cleanup.Scene;
import io.digitalworker.cleanup.letter.KeepLetter;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.queue.Lease;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** Dead letters from the queue to the operator and back. */
@QuarkusTest
@QuarkusTestResource(EmbeddedCloudResource.class)
@QuarkusTestResource(OnDemand.class)
class DeadLetterQuarkusTest {
    @Inject Scene scene;
    @Inject MovableClock clock;
    @Inject Deliveries deliveries;
    @Inject Deletions deletions;
    @Inject Retention retention;
    @Inject KeepLetter keepLetter;
    @Inject DueWork due;

    @Test
    void failsTheJobOfAPoisonMessageAndStartsItsNextAttemptOnRedrive() {
        String jobId = scene.submitted();
        scene.giveUp("generate", jobId);

        DeadLetterView letter = letterOf(jobId);
        assertThat(letter.queue()).isEqualTo("generate");
        assertThat(letter.code()).isEqualTo("PROCESSING_FAILED");
        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Failed);
        assertThat(scene.job(jobId).fault().finalFailure()).isFalse();
        assertThat(scene.job(jobId).fault().code()).isEqualTo(ErrorCode.PROCESSING_FAILED);
        assertThat(scene.history(jobId)).contains("JobFailed", "MessageDeadLettered");
        assertThat(scene.objects(jobId)).as("the source stays").hasSize(3);

        act(letter, "redrive").statusCode(202).body("state", equalTo("redriven"));

        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Pending);
        assertThat(scene.job(jobId).attempt()).isEqualTo(2);
        assertThat(scene.take("generate", jobId).path("attempt").asInt()).isEqualTo(2);
        act(letter, "redrive").statusCode(409).body("code", equalTo("CONFLICT"));
        act(letter, "discard").statusCode(409);
        assertThat(listed(jobId)).isEmpty();
    }

    @Test
    void waitsWhileTheJobIsBeingWorkedOn() {
        String jobId = scene.submitted();
        StoredEvent submission = scene.last(jobId);
        scene.claimed(jobId);
        Received letter = received(Scene.envelope(submission));

        assertThat(keepLetter.ofGenerate(letter))
                .isBetween(Duration.ofSeconds(1), retention.claim().plusSeconds(1));
        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Running);
        clock.advance(retention.claim());

        assertThat(keepLetter.ofGenerate(letter)).isZero();
        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Failed);
    }

    @Test
    void leavesASucceededJobSucceededWhenItsNotificationIsGivenUp() {
        String jobId = scene.succeeded();
        StoredEvent end = scene.last(jobId);
        deliveries.schedule(jobId, "sns", end.event().eventId(), end.event().sequence());

        scene.send("notify-dlq", Scene.envelope(end));

        DeadLetterView letter = letterOf(jobId);
        assertThat(letter.queue()).isEqualTo("notify");
        assertThat(letter.code()).isEqualTo("DELIVERY_FAILED");
        assertThat(letter.eventId()).isEqualTo(end.event().eventId());
        assertThat(scene.job(jobId).status()).isEqualTo(JobStatus.Succeeded);
        assertThat(deliveries.of(jobId)).extracting(Delivery::state).containsExactly("undelivered");

        act(letter, "redrive").statusCode(202);
        assertThat(deliveries.of(jobId)).extracting(Delivery::state).containsExactly("pending");
    }

    @Test
    void keepsALetterOfCleanupWhoseRedriveMakesTheDeletionDue() {
        String jobId = scene.succeeded();

        scene.send("cleanup-dlq", Scene.envelope(scene.last(jobId)));
        DeadLetterView letter = letterOf(jobId);
        assertThat(letter.queue()).isEqualTo("cleanup");
        act(letter, "redrive").statusCode(202);
        due.deletions();

        assertThat(scene.objects(jobId)).isEmpty();
        assertThat(deletions.find(jobId).orElseThrow().deletedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "notify", "cleanup"})
    void keepsWhatNobodyCanReadUntilItIsDiscarded(String queue) {
        scene.send(queue + "-dlq", "not an event");

        DeadLetterView letter =
                await().atMost(Duration.ofSeconds(20))
                        .until(
                                () ->
                                        listed("unaddressed").stream()
                                                .filter(l -> l.queue().equals(queue))
                                                .findFirst(),
                                Optional::isPresent)
                        .orElseThrow();
        act(letter, "redrive").statusCode(409);
        act(letter, "discard").statusCode(200).body("state", equalTo("discarded"));
        act(letter, "discard").statusCode(200);
        act(letter, "redrive").statusCode(409);
        assertThat(listed("unaddressed")).doesNotContain(letter);
    }

    @Test
    void refusesARedriveOnceTheSourceIsGone() {
        String jobId = scene.submitted();
        scene.giveUp("generate", jobId);
        DeadLetterView letter = letterOf(jobId);

        clock.advance(retention.deleteAfter());

        act(letter, "redrive").statusCode(410).body("code", equalTo("GONE"));
        due.deletions();
        act(letter, "redrive").statusCode(410);
        act(letter, "discard").statusCode(200);
    }

    @Test
    void knowsNoLetterThatIsNone() {
        given().post("/v1/dead-letters/job-1/generate/m-1/redrive").then().statusCode(404);
        given().post("/v1/dead-letters/job-1/generate/m-1/discard").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "many", "1e2"})
    void refusesALimitThatIsNone(String limit) {
        get("/v1/dead-letters?limit=" + limit)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("REQUEST_MALFORMED"))
                .body("details[0].field", equalTo("limit"));
    }

    private DeadLetterView letterOf(String jobId) {
        return await("a letter of the job")
                .atMost(Duration.ofSeconds(20))
                .until(() -> listed(jobId).stream().findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static List<DeadLetterView> listed(String jobId) {
        return get("/v1/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("deadLetters", DeadLetterView.class)
                .stream()
                .filter(letter -> letter.jobId().equals(jobId))
                .toList();
    }

    private static ValidatableResponse act(DeadLetterView letter, String action) {
        return given().post(
                        "/v1/dead-letters/{job}/{queue}/{message}/{action}",
                        letter.jobId(),
                        letter.queue(),
                        letter.messageId(),
                        action)
                .then();
    }

    private static Received received(String body) {
        return new Received(body, "m-1", 6, Clock.systemUTC().instant(), new Lease());
    }
}

package io.digitalworker.generator;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.ServiceConfig;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** The service as a whole, over the real protocols. */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class GeneratorQuarkusTest {
    @Inject JobLedger ledger;
    @Inject S3Client s3;
    @Inject ServiceConfig config;

    @Test
    void turnsASubmissionOnTheBusIntoPublishedArtifacts() {
        Submission submission = submission().storedBy(this::put);
        ledger.submit(submission.newJob());

        Job job = ended(submission);

        assertThat(job.status()).as("fault: %s", job.fault()).isEqualTo(JobStatus.Succeeded);
        assertThat(Duration.between(job.submittedAt(), job.startedAt()))
                .as("from submission to Running")
                .isLessThan(Duration.ofSeconds(2));
        for (Artifact artifact : job.artifacts()) {
            ResponseBytes<GetObjectResponse> object = get(job.outputKey() + artifact.name());
            assertThat(Submission.sha256(object.asByteArrayUnsafe()))
                    .as("hash of %s", artifact.name())
                    .isEqualTo(artifact.sha256());
            assertThat(object.response().contentType())
                    .isEqualToIgnoringWhitespace(artifact.contentType());
        }
    }

    @Test
    void writesWithoutAnArchiveAndKeepsADocument() {
        Submission green =
                submission()
                        .withoutArchive()
                        .withOptions("{\"scenario\": \"greenfield\"}")
                        .storedBy(this::put);
        Submission hybrid =
                submission()
                        .withOptions("{\"scenario\": \"hybrid\"}")
                        .withExisting(
                                "# Pickup\n\n## Stocktaking\n\nShelves are counted by hand.\n")
                        .storedBy(this::put);
        ledger.submit(green.newJob());
        ledger.submit(hybrid.newJob());

        Job fromText = ended(green);
        Job completed = ended(hybrid);

        assertThat(fromText.status())
                .as("fault: %s", fromText.fault())
                .isEqualTo(JobStatus.Succeeded);
        assertThat(get(completed.outputKey() + "srs.md").asUtf8String())
                .contains("Shelves are counted by hand.");
    }

    @Test
    void failsAJobForGoodWhoseObjectsAreNotInTheBucket() {
        Submission submission = submission();
        ledger.submit(submission.newJob());

        Job job = ended(submission);

        assertThat(job.fault()).isNotNull();
        assertThat(job.fault().code()).isEqualTo(ErrorCode.INPUT_MISSING);
        assertThat(job.fault().finalFailure()).isTrue();
    }

    @Test
    void isReadyWhenItsQueueAndItsLedgerAreThere() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                RestAssured.get("/q/health")
                                        .then()
                                        .statusCode(200)
                                        .body("status", is("UP")));
    }

    private static Submission submission() {
        return Submission.of(UUID.randomUUID().toString());
    }

    private Job ended(Submission submission) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> ledger.find(submission.jobId()).orElseThrow(),
                        job -> job.status().isTerminal());
    }

    private void put(String key, byte[] content) {
        s3.putObject(
                request -> request.bucket(config.inputBucket()).key(key),
                RequestBody.fromBytes(content));
    }

    private ResponseBytes<GetObjectResponse> get(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(config.outputBucket()).key(key));
    }
}

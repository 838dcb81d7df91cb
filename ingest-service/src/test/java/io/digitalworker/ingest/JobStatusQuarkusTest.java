package io.digitalworker.ingest;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Stage;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Published;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class JobStatusQuarkusTest {
    private static final String OUTPUT = "digital-worker-output";
    private static final ObjectRef REF = new ObjectRef("b", "k", "0".repeat(64), 1);

    @Inject JobLedger ledger;
    @Inject Deletions deletions;
    @Inject S3Client s3;

    @Test
    void showsStagesOfRunningJob() {
        String jobId = submit("anonymous");
        claim(jobId).enter(Stage.INVENTORY);

        status(jobId)
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("status", equalTo("Running"))
                .body("stage", equalTo("inventory"))
                .body("checkpoint", equalTo("open"))
                .body("progress", equalTo(10))
                .body("stages.name", contains("open", "inventory"))
                .body("downloadUrl", nullValue())
                .body("deletion.state", equalTo("scheduled"));
    }

    @Test
    void succeededJobCanBeFetchedWithoutFurtherProof() {
        String jobId = succeeded();

        Response status = status(jobId);

        status.then()
                .body("status", equalTo("Succeeded"))
                .body("progress", equalTo(100))
                .body("gaps", contains("3.2"))
                .body("artifacts", hasSize(2));
        Response bundle =
                given().urlEncodingEnabled(false).get(status.jsonPath().getString("downloadUrl"));
        assertThat(bundle.statusCode()).as(bundle.asString()).isEqualTo(200);
        assertThat(bundle.asString()).isEqualTo("bundle");
        assertThat(bundle.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"bundle.zip\"");
        assertThat(bundle.contentType()).startsWith("application/zip");
    }

    @Test
    void unchangedStateIsNotSentAgain() {
        String jobId = succeeded();
        String tag = status(jobId).header("ETag");

        Response again = given().header("If-None-Match", tag).get("/v1/job-status/" + jobId);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asString()).isEmpty();
        deletions.allGone(jobId, 2, 10);
        given().header("If-None-Match", tag)
                .get("/v1/job-status/" + jobId)
                .then()
                .statusCode(200)
                .body("deletion.state", equalTo("deleted"))
                .body("downloadUrl", nullValue())
                .body("artifacts", hasSize(0));
    }

    @Test
    void failedJobSaysWhy() {
        String jobId = submit("anonymous");
        ledger.fail(jobId, JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open"));

        status(jobId)
                .then()
                .body("status", equalTo("Failed"))
                .body("errorCode", equalTo("ARCHIVE_DAMAGED"))
                .body("errorMessage", equalTo(ErrorCode.ARCHIVE_DAMAGED.message()))
                .body("recoverable", equalTo(false));
    }

    @Test
    void jobOfSomebodyElseIsAsAbsentAsNone() {
        String theirs = submit("somebody");

        Response other = status(theirs);
        Response none = status(UUID.randomUUID().toString());

        other.then().statusCode(404).body("code", equalTo("JOB_NOT_FOUND"));
        none.then().statusCode(404).body("code", equalTo("JOB_NOT_FOUND"));
        assertThat(other.jsonPath().getString("message"))
                .isEqualTo(none.jsonPath().getString("message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"idem%23anonymous%23key", "x%20y", "%00", "a.b"})
    void otherKeysOfTheTableAreNotJobs(String id) {
        given().urlEncodingEnabled(false)
                .get("/v1/job-status/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
    }

    @Test
    void healthHasTwoFaces() {
        given().get("/v1/health").then().statusCode(200).body("status", equalTo("OK"));
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    private static Response status(String jobId) {
        return given().get("/v1/job-status/" + jobId);
    }

    private String succeeded() {
        String jobId = submit("anonymous");
        Claim claim = claim(jobId);
        String prefix = jobId + "/" + claim.fence() + "/";
        s3.putObject(
                put -> put.bucket(OUTPUT).key(prefix + Artifact.BUNDLE),
                RequestBody.fromString("bundle"));
        claim.succeed(
                new Published(
                        prefix,
                        "0".repeat(64),
                        List.of(
                                new Artifact("srs.md", 1, "0".repeat(64), "text/markdown"),
                                new Artifact(
                                        Artifact.BUNDLE, 6, "0".repeat(64), "application/zip")),
                        List.of("3.2")));
        return jobId;
    }

    private Claim claim(String jobId) {
        return ((ClaimAttempt.Claimed) ledger.claim(jobId, 1)).claim();
    }

    private String submit(String owner) {
        String jobId = UUID.randomUUID().toString();
        ledger.submit(new NewJob(jobId, owner, "M", REF, REF, REF, null, false, "r1", null));
        return jobId;
    }
}

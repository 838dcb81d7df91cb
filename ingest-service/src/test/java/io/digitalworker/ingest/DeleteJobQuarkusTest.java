package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class DeleteJobQuarkusTest {
    @Inject JobsInLedger jobs;
    @Inject JobLedger ledger;
    @Inject Deletions deletions;

    @Test
    void cancelsARunningJobAndShutsItsWorkerOut() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);
        Claim claim = jobs.claim(jobId);

        Response answer = delete(jobId);

        answer.then()
                .statusCode(202)
                .header("Cache-Control", "no-store")
                .body("jobId", equalTo(jobId))
                .body("deletion.state", equalTo("scheduled"));
        Job job = ledger.find(jobId).orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.Failed);
        assertThat(job.fault()).isEqualTo(new JobFault(ErrorCode.CANCELLED, true, "open", null));
        assertThat(claim.renew()).as("its worker goes on").isFalse();
        given().get("/v1/job-status/" + jobId)
                .then()
                .body("errorCode", equalTo("CANCELLED"))
                .body("recoverable", equalTo(false))
                .body("deletion.at", equalTo(answer.<String>path("deletion.at")));
    }

    @Test
    void mayBeAskedForAgainWithTheSameAnswer() {
        String jobId = jobs.submitted(JobsInLedger.CALLER);

        Response first = delete(jobId);
        Response second = delete(jobId);

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(ledger.events(jobId)).as("submitted, failed").hasSize(2);
        deletions.allGone(jobId, 3, 30);
        delete(jobId).then().statusCode(202).body("deletion.state", equalTo("deleted"));
    }

    @Test
    void leavesASucceededJobSucceededButWithNothingToFetch() {
        String jobId = jobs.succeeded(JobsInLedger.CALLER);

        delete(jobId).then().statusCode(202);

        given().get("/v1/job-status/" + jobId)
                .then()
                .body("status", equalTo("Succeeded"))
                .body("artifacts", hasSize(0))
                .body("deletion.state", equalTo("scheduled"));
        revise(jobId).then().statusCode(410).body("code", equalTo("GONE"));
    }

    @Test
    void takesTheRevisionsOfARootAlong() {
        String root = jobs.succeeded(JobsInLedger.CALLER);
        String running = revise(root).path("jobId");
        jobs.claim(running);
        String pending = revise(root).path("jobId");

        delete(root).then().statusCode(202);

        for (String revision : new String[] {running, pending}) {
            assertThat(ledger.find(revision).orElseThrow().status()).isEqualTo(JobStatus.Failed);
            assertThat(deletions.find(revision).orElseThrow().demandedAt()).isNotNull();
        }
    }

    @Test
    void deletesARevisionAlone() {
        String root = jobs.succeeded(JobsInLedger.CALLER);
        String one = revise(root).path("jobId");
        String other = revise(root).path("jobId");

        delete(one).then().statusCode(202);

        assertThat(ledger.find(one).orElseThrow().status()).isEqualTo(JobStatus.Failed);
        assertThat(ledger.find(other).orElseThrow().status()).isEqualTo(JobStatus.Pending);
        assertThat(deletions.find(root).orElseThrow().demandedAt()).isNull();
        assertThat(deletions.find(other).orElseThrow().demandedAt()).isNull();
    }

    @Test
    void jobsOfOthersAreAsAbsentAsNoneAndStay() {
        String theirs = jobs.submitted("somebody");

        delete(theirs).then().statusCode(404).body("code", equalTo("JOB_NOT_FOUND"));
        delete(UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
        assertThat(ledger.find(theirs).orElseThrow().status()).isEqualTo(JobStatus.Pending);
    }

    private static Response delete(String jobId) {
        return given().delete("/v1/jobs/" + jobId);
    }

    private static Response revise(String jobId) {
        return given().contentType("application/json")
                .body("{\"action\": \"approve\"}")
                .post("/v1/jobs/" + jobId + "/revisions");
    }
}

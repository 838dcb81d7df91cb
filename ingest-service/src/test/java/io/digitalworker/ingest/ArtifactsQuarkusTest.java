package io.digitalworker.ingest;

import io.digitalworker.ledger.Deletions;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class ArtifactsQuarkusTest {
    @Inject JobsInLedger jobs;
    @Inject Deletions deletions;

    @ParameterizedTest
    @CsvSource({
        "srs.html, text/html, srs.html",
        "diagrams/context.svg, image/svg+xml, diagrams-context.svg",
        "bundle.zip, application/zip, bundle.zip"
    })
    void leadsToTheArtifactWhichIsToBeSaved(String name, String type, String saved) {
        Response answer = fetch(jobs.succeeded(JobsInLedger.CALLER), name);

        answer.then()
                .statusCode(307)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer");
        Response object = given().urlEncodingEnabled(false).get(answer.header("Location"));
        assertThat(object.statusCode()).as(object.asString()).isEqualTo(200);
        assertThat(object.asString()).isEqualTo(name);
        assertThat(object.contentType()).startsWith(type);
        assertThat(object.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + saved + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planted.md",
                "report.json",
                "diagrams",
                "..%2f..%2fbundle.zip",
                "../bundle.zip",
                "diagrams%2fplanted.svg",
                "%00"
            })
    void hasNothingUnderAnotherName(String name) {
        fetch(jobs.succeeded(JobsInLedger.CALLER), name).then().statusCode(404);
    }

    @Test
    void saysThatTheJobHasNoSuchArtifact() {
        fetch(jobs.succeeded(JobsInLedger.CALLER), "planted.md")
                .then()
                .statusCode(404)
                .body("code", equalTo("ARTIFACT_NOT_FOUND"));
        fetch(jobs.submitted(JobsInLedger.CALLER), "bundle.zip")
                .then()
                .statusCode(404)
                .body("code", equalTo("ARTIFACT_NOT_FOUND"));
    }

    @Test
    void jobsOfOthersAreAsAbsentAsNone() {
        fetch(jobs.succeeded("somebody"), "bundle.zip")
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
        fetch(UUID.randomUUID().toString(), "bundle.zip")
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
    }

    @Test
    void isGoneFromTheMomentOfItsDeletionOn() {
        String asked = jobs.succeeded(JobsInLedger.CALLER);
        deletions.demand(asked);
        String deleted = jobs.succeeded(JobsInLedger.CALLER);
        deletions.allGone(deleted, 4, 40);

        fetch(asked, "bundle.zip").then().statusCode(410).body("code", equalTo("GONE"));
        fetch(deleted, "bundle.zip").then().statusCode(410).body("code", equalTo("GONE"));
    }

    private static Response fetch(String jobId, String name) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("/v1/jobs/" + jobId + "/artifacts/" + name);
    }
}

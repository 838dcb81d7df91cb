package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JobListQuarkusTest {
    @Inject JobsInLedger jobs;
    @Inject JobLedger ledger;
    @Inject Deletions deletions;

    @Test
    @Order(1)
    void listsTheCallersJobsAndNobodyElses() {
        String theirs = jobs.submitted("somebody");
        String mine = jobs.succeeded(JobsInLedger.CALLER);

        given().get("/v1/jobs?limit=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("jobs.jobId", contains(mine))
                .body("jobs[0].status", equalTo("Succeeded"))
                .body("jobs[0].moduleName", equalTo("M"))
                .body("jobs[0].progress", equalTo(100))
                .body("jobs[0].deletion.state", equalTo("scheduled"))
                .body("jobs[0].statusUrl", endsWith("/v1/job-status/" + mine))
                .body("jobs[0].errorCode", nullValue());
        assertThat(ids(given().get("/v1/jobs?limit=100"))).doesNotContain(theirs);
    }

    @Test
    @Order(2)
    void followsTheCursorThroughAllPagesWhileJobsAreSubmitted() {
        List<String> before = listedSoFar();
        for (int i = 0; i < 7; i++) {
            before.add(0, jobs.submitted(JobsInLedger.CALLER));
        }

        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(cursor);
            listed.addAll(ids(page));
            cursor = page.path("cursor");
            assertThat(page.<Boolean>path("hasNext")).isEqualTo(cursor != null);
            jobs.submitted(JobsInLedger.CALLER);
        } while (cursor != null);

        assertThat(listed).hasSameSizeAs(before).containsExactlyInAnyOrderElementsOf(before);
    }

    /** Whatever other tests of this process have submitted: as many pages as it takes. */
    private static List<String> listedSoFar() {
        List<String> all = new ArrayList<>();
        String cursor = null;
        do {
            Response page = page(100, cursor);
            all.addAll(ids(page));
            cursor = page.path("cursor");
        } while (cursor != null);
        return all;
    }

    @Test
    @Order(3)
    void listsTheJobsOfAStatus() {
        String failed = jobs.submitted(JobsInLedger.CALLER);
        ledger.fail(failed, JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open"));

        given().get("/v1/jobs?status=Failed&limit=1")
                .then()
                .body("jobs.jobId", contains(failed))
                .body("jobs[0].errorCode", equalTo("ARCHIVE_DAMAGED"));
        assertThat(given().get("/v1/jobs?status=Pending").<List<String>>path("jobs.status"))
                .isNotEmpty()
                .containsOnly("Pending");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit|limit=0",
                "limit|limit=101",
                "limit|limit=ten",
                "limit|limit=-1",
                "status|status=failed",
                "cursor|cursor=planted",
                "cursor|cursor=%00",
                "cursor|cursor=MTpub3c6am9i"
            })
    void namesTheParameterThatCannotBeRead(String example) {
        String field = example.substring(0, example.indexOf('|'));

        Response answer =
                given().urlEncodingEnabled(false)
                        .get("/v1/jobs?" + example.substring(example.indexOf('|') + 1));

        answer.then()
                .statusCode(400)
                .body("code", equalTo("REQUEST_MALFORMED"))
                .body("details.field", contains(field));
        assertThat(answer.asString()).doesNotContain("planted");
    }

    @Test
    @Order(4)
    void aForgedCursorShowsNothingOfSomebodyElse() {
        String theirs = jobs.submitted("somebody");
        String forged = "1:" + Long.MAX_VALUE / 10_000 + ":" + theirs;

        List<String> listed = ids(page(encoded(forged)));

        assertThat(listed).isNotEmpty().doesNotContain(theirs);
    }

    private static Response page(@Nullable String cursor) {
        return page(3, cursor);
    }

    private static Response page(int limit, @Nullable String cursor) {
        var request = given().queryParam("limit", limit);
        return cursor == null
                ? request.get("/v1/jobs")
                : request.queryParam("cursor", cursor).get("/v1/jobs");
    }

    private static List<String> ids(Response page) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return page.path("jobs.jobId");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

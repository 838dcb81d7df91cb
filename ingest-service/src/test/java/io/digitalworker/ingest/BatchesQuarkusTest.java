package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewBatch;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Published;
import io.digitalworker.ledger.Uploads;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import static io.digitalworker.ingest.Forms.DESCRIPTOR;
import static io.digitalworker.ingest.Uploading.uploaded;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

/** Many submissions at once: all of them accepted, or none. */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class BatchesQuarkusTest {
    private static final String INPUT = "digital-worker-input";
    private static final String GREENFIELD = "{\"scenario\": \"greenfield\"}";
    private static final byte[] ARCHIVE = SampleArchives.sound();

    @Inject S3Client s3;
    @Inject DynamoDbClient db;
    @Inject JobLedger ledger;
    @Inject Batches batches;
    @Inject Uploads uploads;

    private static String of(String uploadId, String moduleName) {
        return "{\"uploadId\": \""
                + uploadId
                + "\", \"descriptor\": "
                + DESCRIPTOR.replace("Reviews", moduleName)
                + "}";
    }

    private static String greenfield() {
        return "{\"descriptor\": " + DESCRIPTOR + ", \"options\": " + GREENFIELD + "}";
    }

    private static String batch(List<String> submissions) {
        return "{\"submissions\": [" + String.join(", ", submissions) + "]}";
    }

    private static Response post(String body) {
        return given().contentType("application/json").body(body).post("/v1/batches");
    }

    private static String accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.jsonPath().getString("batchId");
    }

    private static Response show(String batchId) {
        return given().get("/v1/batches/" + batchId);
    }

    private List<Job> madeJobs(String batchId) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.find(batchId).orElseThrow().isMade());
        return batches.find(batchId).orElseThrow().jobs().stream()
                .map(entry -> ledger.find(entry.jobId()).orElseThrow())
                .toList();
    }

    private void succeed(String jobId) {
        ((ClaimAttempt.Claimed) ledger.claim(jobId, 1))
                .claim()
                .succeed(new Published(jobId + "/1/", "0".repeat(64), List.of(), List.of()));
    }

    private void fail(String jobId) {
        ((ClaimAttempt.Claimed) ledger.claim(jobId, 1))
                .claim()
                .fail(JobFault.refused(ErrorCode.ARCHIVE_PATH_ESCAPES, "open"));
    }

    @Test
    void makesAJobOfEachSubmissionAndIsCompletedWhenTheLastHasEnded() {
        String uploadId = uploaded(ARCHIVE);
        String url = "http://127.0.0.1:9/planted";
        String body = batch(List.of(of(uploadId, "Reviews"), of(uploadId, "Orders"), greenfield()));
        Response answer = post(body.replaceFirst("}$", ", \"callbackUrl\": \"" + url + "\"}"));

        String batchId = accepted(answer);
        answer.then()
                .header("Retry-After", "2")
                .header("Location", matchesPattern("http://.*/v1/batches/" + batchId))
                .body("statusUrl", equalTo(answer.header("Location")))
                .body("status", equalTo("Running"));
        assertThat(Instant.parse(answer.jsonPath().getString("estimatedCompletionTime")))
                .isAfter(batches.find(batchId).orElseThrow().submittedAt());
        List<Job> jobs = madeJobs(batchId);
        assertThat(jobs)
                .extracting(Job::moduleName)
                .containsExactly("Reviews", "Orders", "Reviews");
        assertThat(stored(jobs.get(1).jobId() + "/archive.zip")).isEqualTo(ARCHIVE);
        assertThat(jobs.get(2).archive()).isNull();
        assertThat(new String(stored(batchId + "/options.json"), StandardCharsets.UTF_8))
                .contains(url);
        assertThat(db.scan(scan -> scan.tableName("DigitalWorkerJobs")).toString())
                .as("no text of a user is in the ledger")
                .doesNotContain("planted");

        succeed(jobs.get(0).jobId());
        fail(jobs.get(2).jobId());
        show(batchId)
                .then()
                .statusCode(200)
                .body("status", equalTo("Running"))
                .body("counts.pending", equalTo(1))
                .body("counts.running", equalTo(0))
                .body("counts.succeeded", equalTo(1))
                .body("counts.failed", equalTo(1))
                .body("jobs.index", equalTo(List.of(0, 1, 2)))
                .body("jobs[0].errorCode", nullValue())
                .body("jobs[1].moduleName", equalTo("Orders"))
                .body("jobs[2].errorCode", equalTo("ARCHIVE_PATH_ESCAPES"))
                .body("jobs[2].status", equalTo("Failed"))
                .body(
                        "jobs[1].statusUrl",
                        matchesPattern(".*/v1/job-status/" + jobs.get(1).jobId()));
        succeed(jobs.get(1).jobId());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> show(batchId).jsonPath().getString("status").equals("Completed"));
        BatchCompleted told = (BatchCompleted) ledger.event(batchId, 1).orElseThrow().event();
        assertThat(told.succeeded()).isEqualTo(2);
        assertThat(told.failed()).isEqualTo(1);
        assertThat(show(batchId).jsonPath().getString("estimatedCompletionTime"))
                .isEqualTo(batches.find(batchId).orElseThrow().completedAt().toString());
    }

    @Test
    void takesAHundredAndNotOneMore() {
        String batchId = accepted(post(batch(Collections.nCopies(100, greenfield()))));

        assertThat(madeJobs(batchId)).hasSize(100);
        assertProblem(post(batch(Collections.nCopies(101, greenfield()))), "REQUEST_MALFORMED");
    }

    @Test
    void whatAKilledMakerLeftIsFinishedWithoutMakingAJobTwice() {
        String batchId = UUID.randomUUID().toString();
        List<Batch.Entry> entries =
                IntStream.range(0, 3)
                        .mapToObj(i -> new Batch.Entry(UUID.randomUUID().toString(), "Reviews"))
                        .toList();
        String planned = "{\"descriptor\": " + DESCRIPTOR + ", \"options\": " + GREENFIELD + "}";
        ObjectRef request =
                put(
                        batchId + "/batch.json",
                        "{\"jobs\": [" + String.join(",", Collections.nCopies(3, planned)) + "]}");
        ObjectRef options = put(batchId + "/options.json", "{}");
        // the maker committed its first job, and was killed before it could note that
        String first = entries.get(0).jobId();
        ledger.submit(
                new NewJob(
                        first,
                        "anonymous",
                        "Reviews",
                        null,
                        request,
                        options,
                        null,
                        false,
                        "r",
                        null));

        batches.submit(
                new NewBatch(batchId, "anonymous", request, options, false, "r", null, entries),
                null);

        List<Job> jobs = madeJobs(batchId);
        assertThat(jobs).hasSize(3);
        assertThat(ledger.events(first)).as("events of the job that was there").hasSize(1);
        jobs.forEach(job -> succeed(job.jobId()));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.find(batchId).orElseThrow().completedAt() != null);
    }

    @Test
    void anUploadThatIsGoneByThenIsAJobWithoutItsArchive() {
        String batchId = UUID.randomUUID().toString();
        String planned =
                "{\"descriptor\": "
                        + DESCRIPTOR
                        + ", \"options\": {}, \"upload\": {\"bucket\": \""
                        + INPUT
                        + "\", \"key\": \"uploads/gone\", \"sha256\": \""
                        + "0".repeat(64)
                        + "\", \"size\": 7}}";
        ObjectRef request = put(batchId + "/batch.json", "{\"jobs\": [" + planned + "]}");
        String jobId = UUID.randomUUID().toString();

        batches.submit(
                new NewBatch(
                        batchId,
                        "anonymous",
                        request,
                        put(batchId + "/options.json", "{}"),
                        false,
                        "r",
                        null,
                        List.of(new Batch.Entry(jobId, "Reviews"))),
                null);

        assertThat(madeJobs(batchId).get(0).archive().key()).isEqualTo(jobId + "/archive.zip");
    }

    @Test
    void aBatchWhoseRequestIsDeletedIsCompletedWithWhatThereIs() {
        String batchId = UUID.randomUUID().toString();
        ObjectRef gone = new ObjectRef(INPUT, batchId + "/batch.json", "0".repeat(64), 1);

        batches.submit(
                new NewBatch(
                        batchId,
                        "anonymous",
                        gone,
                        gone,
                        false,
                        "r",
                        null,
                        List.of(new Batch.Entry("never-" + batchId.substring(0, 8), "Reviews"))),
                null);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> batches.find(batchId).orElseThrow().completedAt() != null);
        BatchCompleted told = (BatchCompleted) ledger.event(batchId, 1).orElseThrow().event();
        assertThat(told.failed()).isEqualTo(1);
    }

    @Test
    void nothingIsAcceptedWhereOneSubmissionIsFaulty() {
        String uploadId = uploaded(ARCHIVE);
        int before = db.scan(scan -> scan.tableName("DigitalWorkerJobs")).count();
        List<String> submissions = new ArrayList<>(Collections.nCopies(3, of(uploadId, "Shop")));
        submissions.set(1, of("never", "Shop"));
        submissions.set(
                2, "{\"uploadId\": \"" + uploadId + "\", \"descriptor\": {\"planted\": 1}}");

        Response answer = post(batch(submissions));

        assertProblem(answer, "UPLOAD_NOT_FOUND");
        assertThat(answer.jsonPath().getList("details.field", String.class))
                .contains("submissions[1]")
                .anyMatch(field -> field.startsWith("submissions[2]."));
        assertThat(db.scan(scan -> scan.tableName("DigitalWorkerJobs")).count()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | REQUEST_MALFORMED | submissions",
                "{\"submissions\": {}} | REQUEST_MALFORMED | submissions",
                "{\"submissions\": []} | REQUEST_MALFORMED | submissions",
                "{\"submissions\": [1]} | REQUEST_MALFORMED | submissions[0]",
                "{\"submissions\": [{\"existing\": 1}]} | REQUEST_MALFORMED | submissions[0].existing",
                "{\"submissions\": [{}]} | DESCRIPTOR_MISSING | submissions[0]",
                "{\"submissions\": [JOB], \"planted\": 1} | REQUEST_MALFORMED | planted",
                "{\"submissions\": [JOB], \"callbackUrl\": 1} | OPTIONS_INVALID | callbackUrl",
                "{\"submissions\": [JOB], \"callbackUrl\": \"https://10.0.0.1/\"}"
                        + " | CALLBACK_REFUSED | callbackUrl"
            })
    void refusesWhatIsNoBatch(String body, String code, String field) {
        Response answer = post(body.replace("JOB", greenfield()));

        assertProblem(answer, code);
        assertThat(answer.jsonPath().getString("details[0].field")).isEqualTo(field);
    }

    @Test
    void uploadsMustBeThere() {
        Response announced = Uploading.announce(ARCHIVE);
        String uploadId = announced.jsonPath().getString("uploadId");
        assertProblem(post(batch(List.of(of(uploadId, "Shop")))), "UPLOAD_INCOMPLETE");

        s3.putObject(
                p -> p.bucket(INPUT).key("uploads/" + uploadId), RequestBody.fromString("other"));

        assertProblem(post(batch(List.of(of(uploadId, "Shop")))), "UPLOAD_DIFFERS");
    }

    @Test
    void theSameKeyAndContentIsTheSameBatch() {
        String key = UUID.randomUUID().toString();
        String body = batch(List.of(greenfield()));
        List<Response> answers =
                IntStream.range(0, 2).mapToObj(i -> keyed(key, body)).collect(Collectors.toList());

        assertThat(accepted(answers.get(1))).isEqualTo(accepted(answers.get(0)));
        assertProblem(
                keyed(key, batch(List.of(greenfield(), greenfield()))), "IDEMPOTENCY_KEY_REUSED");
    }

    private static Response keyed(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/batches");
    }

    @Test
    void somebodyElsesBatchIsAsAbsentAsOneThatNeverWas() {
        String batchId = UUID.randomUUID().toString();
        ObjectRef ref = put(batchId + "/options.json", "{}");
        batches.submit(
                new NewBatch(
                        batchId,
                        "somebody else",
                        ref,
                        ref,
                        false,
                        "r",
                        null,
                        List.of(new Batch.Entry("theirs-" + batchId.substring(0, 8), "Shop"))),
                null);

        assertProblem(show(batchId), "BATCH_NOT_FOUND");
        assertProblem(show("never"), "BATCH_NOT_FOUND");
        assertProblem(show("idem%23x"), "BATCH_NOT_FOUND");
        given().get("/v1/job-status/" + batchId).then().statusCode(404);
    }

    private ObjectRef put(String key, String text) {
        s3.putObject(p -> p.bucket(INPUT).key(key), RequestBody.fromString(text));
        return new ObjectRef(INPUT, key, "0".repeat(64), text.length());
    }

    private byte[] stored(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(INPUT).key(key)).asByteArray();
    }

    private static void assertProblem(Response answer, String code) {
        assertThat(answer.asString()).doesNotContain("10.0.0.1");
        assertThat(answer.statusCode())
                .as(answer.asString())
                .isEqualTo(ErrorCode.valueOf(code).httpStatus());
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
    }
}

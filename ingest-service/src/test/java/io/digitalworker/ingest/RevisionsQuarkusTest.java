package io.digitalworker.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Published;
import io.digitalworker.ledger.RevisionOf;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class RevisionsQuarkusTest {
    private static final String INPUT = "digital-worker-input";
    private static final String OUTPUT = "digital-worker-output";
    private static final ObjectRef REF = new ObjectRef("b", "k", "0".repeat(64), 1);
    private static final String REPORT =
            """
            {"questions": [{"id": "Q-load"}, {"id": "Q-cost"}],
             "sections": [{"id": "data-model"}, {"id": "overview"}]}
            """;
    private static final String QUESTION = "{\"action\": \"answer\", \"message\": \"Who writes?\"}";

    @Inject JobLedger ledger;
    @Inject Deletions deletions;
    @Inject S3Client s3;
    @Inject DynamoDbClient db;
    @Inject Clock clock;

    @Test
    void acceptsARevisionThatRefersToItsRoot() throws Exception {
        Job root = succeeded("anonymous");

        Response answer = revise(root.jobId(), answers("Q-load", "Ten, planted."));

        answer.then()
                .statusCode(202)
                .header("Retry-After", "2")
                .header("Location", endsWith(answer.jsonPath().getString("jobId")))
                .body("statusUrl", equalTo(answer.header("Location")));
        Job job = ledger.find(answer.jsonPath().getString("jobId")).orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.Pending);
        assertThat(job.archive()).isEqualTo(root.archive());
        assertThat(job.deletionAt()).isEqualTo(root.deletionAt());
        RevisionOf revises = job.revises();
        assertThat(revises.root()).isEqualTo(root.jobId());
        assertThat(revises.revision().key()).isEqualTo(job.jobId() + "/revision.json");
        RevisionRecord asked = asked(job);
        assertThat(asked.root()).isEqualTo(root.jobId());
        assertThat(asked.submittedAt()).isEqualTo(root.submittedAt().toEpochMilli());
        assertThat(asked.steps()).hasSize(1);
        assertThat(asked.steps().get(0).request().answers().get(0).answer())
                .isEqualTo("Ten, planted.");
        given().get(answer.header("Location"))
                .then()
                .body("revisionOf", equalTo(root.jobId()))
                .body("basedOn", equalTo(root.jobId()));
        assertThat(db.scan(scan -> scan.tableName("DigitalWorkerJobs")).toString())
                .as("the ledger holds no text")
                .doesNotContain("planted");
    }

    @Test
    void aRevisionOfARevisionCarriesWhatWasAskedBefore() throws Exception {
        Job root = succeeded("anonymous");
        String first = jobId(revise(root.jobId(), answers("Q-load", "Ten.")));
        publish(first);

        String second = jobId(revise(first, answers("Q-load", "Twelve.")));

        Job job = ledger.find(second).orElseThrow();
        assertThat(job.revises().root()).isEqualTo(root.jobId());
        assertThat(job.revises().basedOn()).isEqualTo(first);
        assertThat(asked(job).steps())
                .extracting(RevisionRecord.Step::jobId)
                .containsExactly(first, second);
    }

    @Test
    void twoRevisionsMayBeBasedOnTheSameJob() throws Exception {
        Job root = succeeded("anonymous");
        String one = jobId(revise(root.jobId(), QUESTION));
        String other = jobId(revise(root.jobId(), "{\"action\": \"approve\"}"));

        assertThat(asked(ledger.find(one).orElseThrow()).steps()).hasSize(1);
        assertThat(asked(ledger.find(other).orElseThrow()).steps()).hasSize(1);
    }

    @Test
    void namesQuestionsAndSectionsThatAreNotThere() {
        Job root = succeeded("anonymous");

        revise(root.jobId(), answers("Q-planted", "Ten."))
                .then()
                .statusCode(422)
                .body("code", equalTo("REVISION_UNRELATED"))
                .body("details.field", contains("answers[0].questionId"));
        revise(root.jobId(), "{\"action\": \"detail\", \"sections\": [\"overview\", \"planted\"]}")
                .then()
                .statusCode(422)
                .body("details.field", contains("sections[1]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REVISION_NOT_JSON|",
                "REVISION_NOT_JSON|[]",
                "REVISION_NOT_JSON|{\"action\": \"approve\"} x",
                "REVISION_INVALID|{}",
                "REVISION_INVALID|{\"action\": 7}",
                "REVISION_INVALID|{\"action\": \"planted\"}",
                "REVISION_INVALID|{\"action\": \"approve\", \"planted\": 1}",
                "REVISION_INVALID|{\"action\": \"approve\", \"action\": \"approve\"}",
                "REVISION_INVALID|{\"action\": \"revise\", \"answers\": [\"planted\"]}",
                "REVISION_INVALID|{\"action\": \"answer\"}"
            })
    void refusesWhatDoesNotFollowTheSchema(String example) {
        String code = example.substring(0, example.indexOf('|'));
        Response answer =
                revise(succeeded("anonymous").jobId(), example.substring(example.indexOf('|') + 1));

        answer.then().statusCode(400).body("code", equalTo(code));
        if (code.equals("REVISION_INVALID")) {
            answer.then().body("details", hasSize(1));
        }
        assertThat(answer.jsonPath().getString("details.message")).doesNotContain("planted");
    }

    @Test
    void refusesWhatIsTooLong() {
        String jobId = succeeded("anonymous").jobId();

        revise(jobId, QUESTION.replace("Who", "Who ".repeat(2_001)))
                .then()
                .statusCode(400)
                .body("details.field", contains("message"));
        revise(jobId, QUESTION + " ".repeat(512 * 1024)).then().statusCode(413);
    }

    @Test
    void jobsOfOthersAreAsAbsentAsNone() {
        revise(succeeded("somebody").jobId(), QUESTION)
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
        revise(UUID.randomUUID().toString(), QUESTION)
                .then()
                .statusCode(404)
                .body("code", equalTo("JOB_NOT_FOUND"));
    }

    @Test
    void waitsForTheBaseAndTakesNoFailedOne() {
        String unfinished = submitted("anonymous");
        String failed = submitted("anonymous");
        ledger.fail(failed, new JobFault(ErrorCode.PROCESSING_FAILED, false, "open", null));

        revise(unfinished, QUESTION)
                .then()
                .statusCode(409)
                .body("code", equalTo("BASE_UNFINISHED"));
        revise(failed, QUESTION).then().statusCode(409).body("code", equalTo("BASE_FAILED"));
    }

    @Test
    void isTooLateOnceTheSourceIsGone() {
        Job root = succeeded("anonymous");
        deletions.sourceGone(root.jobId(), 3, 30);

        revise(root.jobId(), QUESTION).then().statusCode(410).body("code", equalTo("GONE"));
    }

    @Test
    void isTooLateOnceTheDocumentsAreGoneForAnyReason() {
        Job root = succeeded("anonymous");
        s3.deleteObject(del -> del.bucket(OUTPUT).key(root.outputKey() + "report.json"));

        revise(root.jobId(), QUESTION).then().statusCode(410).body("code", equalTo("GONE"));
    }

    @Test
    void endsTheConversationAfterFiftyRevisions() {
        String root = succeeded("anonymous").jobId();
        String last =
                revisionWith(
                        root, clock.instant().plus(Duration.ofHours(5)), RevisionRecord.MAX_STEPS);

        revise(last, QUESTION).then().statusCode(409).body("code", equalTo("TOO_MANY_REVISIONS"));
    }

    @Test
    void isTooLateWhenLessThanADeadlineRemains() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String root = succeeded("anonymous").jobId();
        String soon = revisionEndingAt(root, now.plus(Duration.ofMinutes(29)));
        String later = revisionEndingAt(root, now.plus(Duration.ofMinutes(32)));

        revise(soon, QUESTION).then().statusCode(410).body("code", equalTo("GONE"));
        revise(later, QUESTION).then().statusCode(202);
    }

    @Test
    void theSameKeyAndBodyIsTheSameRevisionAndAnotherBodyIsRefused() {
        String root = succeeded("anonymous").jobId();
        String key = UUID.randomUUID().toString();
        String first = jobId(revise(root, QUESTION, key));

        assertThat(jobId(revise(root, QUESTION, key))).isEqualTo(first);
        revise(root, QUESTION.replace("Who", "Which planted one"), key)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        assertThat(jobId(revise(succeeded("anonymous").jobId(), QUESTION, key)))
                .as("the same key at another job is another one")
                .isNotEqualTo(first);
    }

    @Test
    void takesJsonOnly() {
        given().contentType("text/plain")
                .body("approve")
                .post("/v1/jobs/" + succeeded("anonymous").jobId() + "/revisions")
                .then()
                .statusCode(415);
    }

    private static String answers(String question, String answer) {
        return "{\"action\": \"revise\", \"answers\": [{\"questionId\": \"%s\", \"answer\": \"%s\"}]}"
                .formatted(question, answer);
    }

    private static Response revise(String jobId, String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/v1/jobs/" + jobId + "/revisions");
    }

    private static Response revise(String jobId, String body, String key) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post("/v1/jobs/" + jobId + "/revisions");
    }

    private static String jobId(Response accepted) {
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return accepted.jsonPath().getString("jobId");
    }

    private RevisionRecord asked(Job job) throws Exception {
        byte[] json =
                s3.getObjectAsBytes(get -> get.bucket(INPUT).key(job.jobId() + "/revision.json"))
                        .asByteArray();
        return new ObjectMapper().readValue(json, RevisionRecord.class);
    }

    private Job succeeded(String owner) {
        return publish(submitted(owner));
    }

    private Job publish(String jobId) {
        Claim claim = ((ClaimAttempt.Claimed) ledger.claim(jobId, 1)).claim();
        String prefix = jobId + "/" + claim.fence() + "/";
        s3.putObject(
                put -> put.bucket(OUTPUT).key(prefix + "report.json"),
                RequestBody.fromString(REPORT));
        return claim.succeed(
                new Published(
                        prefix,
                        "0".repeat(64),
                        List.of(
                                new Artifact(
                                        Artifact.BUNDLE, 6, "0".repeat(64), "application/zip")),
                        List.of()));
    }

    private String submitted(String owner) {
        String jobId = UUID.randomUUID().toString();
        ledger.submit(new NewJob(jobId, owner, "M", REF, REF, REF, null, false, "r1", null));
        return jobId;
    }

    /** A revision whose objects go at another time than usual: the root is not asked in this way. */
    private String revisionEndingAt(String root, Instant end) {
        return revisionWith(root, end, 0);
    }

    private String revisionWith(String root, Instant end, int steps) {
        String jobId = UUID.randomUUID().toString();
        ObjectRef asked = storedRecord(jobId, root, steps);
        ledger.submit(
                new NewJob(
                        jobId,
                        "anonymous",
                        "M",
                        REF,
                        REF,
                        REF,
                        null,
                        false,
                        "r1",
                        null,
                        new RevisionOf(root, root, asked, end)));
        publish(jobId);
        return jobId;
    }

    private ObjectRef storedRecord(String jobId, String root, int steps) {
        String step =
                "{\"jobId\": \"x\", \"submittedAt\": 1, \"request\": {\"action\": \"approve\"}}";
        String json =
                "{\"root\": \"%s\", \"submittedAt\": 1, \"steps\": [%s]}"
                        .formatted(root, String.join(", ", Collections.nCopies(steps, step)));
        s3.putObject(
                put -> put.bucket(INPUT).key(jobId + "/revision.json"),
                RequestBody.fromString(json));
        return new ObjectRef(INPUT, jobId + "/revision.json", "0".repeat(64), json.length());
    }
}

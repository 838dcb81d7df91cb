package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Uploads;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import static io.digitalworker.ingest.Forms.DESCRIPTOR;
import static io.digitalworker.ingest.Forms.jobId;
import static io.digitalworker.ingest.Uploading.announce;
import static io.digitalworker.ingest.Uploading.put;
import static io.digitalworker.ingest.Uploading.sha256;
import static io.digitalworker.ingest.Uploading.submit;
import static io.digitalworker.ingest.Uploading.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Archives that go to the bucket first, and are submitted by their identifier. */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class UploadsQuarkusTest {
    private static final String INPUT = "digital-worker-input";

    @Inject S3Client s3;
    @Inject JobLedger ledger;
    @Inject Uploads uploads;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path directory;

    @AfterEach
    void nothingStaysOnDisk() throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files.filter(f -> f.getFileName().toString().startsWith("fetched-")))
                        .as("copies of uploads after their requests")
                        .isEmpty();
            }
        }
    }

    @Test
    void whatWasUploadedIsCopiedUnderItsJob() {
        byte[] archive = SampleArchives.sound();
        String uploadId = uploaded(archive);

        String jobId = jobId(submit(uploadId, DESCRIPTOR));

        Job job = ledger.find(jobId).orElseThrow();
        assertThat(job.archive())
                .isEqualTo(
                        new ObjectRef(
                                INPUT, jobId + "/archive.zip", sha256(archive), archive.length));
        assertThat(stored(jobId + "/archive.zip")).isEqualTo(archive);
        assertThat(s3.headObject(h -> h.bucket(INPUT).key(jobId + "/archive.zip")).contentType())
                .isEqualTo("application/zip");
        assertThat(stored("uploads/" + uploadId))
                .as("only cleanup-service deletes")
                .isEqualTo(archive);
    }

    @Test
    void anUploadCanBeSubmittedSeveralTimes() {
        String uploadId = uploaded(SampleArchives.sound());

        String first = jobId(submit(uploadId, DESCRIPTOR));
        String second = jobId(submit(uploadId, DESCRIPTOR.replace("Reviews", "Orders")));

        assertThat(second).isNotEqualTo(first);
        assertThat(ledger.find(second).orElseThrow().moduleName()).isEqualTo("Orders");
    }

    @Test
    void takesWhatAFormTakes() {
        String uploadId = uploaded(SampleArchives.sound());

        String jobId =
                jobId(
                        submit(
                                "{\"existing\": \"# Dësign\\nkept \\u0041\", \"uploadId\": \""
                                        + uploadId
                                        + "\", \"options\": {\"scenario\": \"hybrid\", \"maxTokens\":"
                                        + " 12345}, \"descriptor\": "
                                        + DESCRIPTOR
                                        + "}"));

        Job job = ledger.find(jobId).orElseThrow();
        assertThat(new String(stored(job.existing().key()), StandardCharsets.UTF_8))
                .isEqualTo("# Dësign\nkept A");
        assertThat(new String(stored(job.options().key()), StandardCharsets.UTF_8))
                .contains("\"maxTokens\":12345");
    }

    @Test
    void greenfieldNeedsNoUpload() {
        String jobId =
                jobId(
                        submit(
                                "{\"uploadId\": null, \"descriptor\": "
                                        + DESCRIPTOR
                                        + ", \"options\": {\"scenario\": \"greenfield\"}}"));

        assertThat(ledger.find(jobId).orElseThrow().archive()).isNull();
    }

    @Test
    void theBucketTakesOnlyWhatWasAnnounced() {
        byte[] archive = SampleArchives.sound();
        byte[] other = archive.clone();
        other[other.length - 1]++;
        Response announced = announce(archive);

        assertThat(put(announced, other).statusCode()).isBetween(400, 403);
        String uploadId = announced.jsonPath().getString("uploadId");
        assertProblem(submit(uploadId, DESCRIPTOR), ErrorCode.UPLOAD_INCOMPLETE);
        assertThat(put(announced, archive).statusCode()).isEqualTo(200);
        jobId(submit(uploadId, DESCRIPTOR));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void comparesWhatLiesThereWhateverTheBucketTook(int more) {
        byte[] archive = SampleArchives.sound();
        String uploadId = uploaded(archive);
        byte[] other = java.util.Arrays.copyOf(archive, archive.length + more);
        other[0]++;
        s3.putObject(p -> p.bucket(INPUT).key("uploads/" + uploadId), RequestBody.fromBytes(other));
        List<String> before = keys();

        assertProblem(submit(uploadId, DESCRIPTOR), ErrorCode.UPLOAD_DIFFERS);
        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void anUploadGoesThroughTheGate() {
        String uploadId = uploaded(SampleArchives.escaping());
        List<String> before = keys();

        assertProblem(submit(uploadId, DESCRIPTOR), ErrorCode.ARCHIVE_PATH_ESCAPES);
        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void somebodyElsesUploadIsAsAbsentAsOneThatNeverWas() {
        byte[] archive = SampleArchives.sound();
        uploads.announce(
                "theirs",
                "somebody else",
                new ObjectRef(INPUT, "uploads/theirs", sha256(archive), archive.length));
        s3.putObject(p -> p.bucket(INPUT).key("uploads/theirs"), RequestBody.fromBytes(archive));

        Response theirs = submit("theirs", DESCRIPTOR);
        Response none = submit("never", DESCRIPTOR);

        assertProblem(theirs, ErrorCode.UPLOAD_NOT_FOUND);
        assertProblem(none, ErrorCode.UPLOAD_NOT_FOUND);
        assertProblem(submit("../x", DESCRIPTOR), ErrorCode.UPLOAD_NOT_FOUND);
        assertThat(theirs.jsonPath().getString("message"))
                .isEqualTo(none.jsonPath().getString("message"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"size\": 1, \"sha256\": \"ab\"} | sha256 | REQUEST_MALFORMED",
                "{\"size\": 0, \"sha256\": \"HASH\"} | size | REQUEST_MALFORMED",
                "{\"size\": \"1\", \"sha256\": \"HASH\"} | size | REQUEST_MALFORMED",
                "{\"sha256\": \"HASH\"} | size | REQUEST_MALFORMED",
                "{\"size\": 1, \"sha256\": \"HASH\", \"planted\": 1} | planted | REQUEST_MALFORMED",
                "{\"size\": 52428801, \"sha256\": \"HASH\"} | size | ARCHIVE_TOO_LARGE",
                "[] | body | REQUEST_MALFORMED"
            })
    void refusesWhatCannotBeUploaded(String body, String field, String code) {
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body(body.replace("HASH", "0".repeat(64)))
                .post("/v1/uploads")
                .then()
                .statusCode(ErrorCode.valueOf(code).httpStatus())
                .body("code", equalTo(code))
                .body("details[0].field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"descriptor\": {}} | DESCRIPTOR_INVALID",
                "{\"descriptor\": 5} | DESCRIPTOR_NOT_JSON",
                "{\"descriptor\": DESCRIPTOR} | ARCHIVE_MISSING",
                "{\"options\": {}} | DESCRIPTOR_MISSING",
                "{\"descriptor\": DESCRIPTOR, \"options\": []} | OPTIONS_NOT_JSON",
                "{\"descriptor\": DESCRIPTOR, \"uploadId\": 7} | REQUEST_MALFORMED",
                "{\"descriptor\": DESCRIPTOR, \"archive\": \"x\"} | REQUEST_MALFORMED",
                "{\"descriptor\": DESCRIPTOR, \"descriptor\": DESCRIPTOR} | REQUEST_MALFORMED",
                "{\"descriptor\": DESCRIPTOR | REQUEST_MALFORMED",
                "{} {} | REQUEST_MALFORMED",
                "planted | REQUEST_MALFORMED"
            })
    void refusesJsonThatIsNoSubmission(String body, String code) {
        List<String> before = keys();

        assertProblem(submit(body.replace("DESCRIPTOR", DESCRIPTOR)), ErrorCode.valueOf(code));
        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void jsonHasALimitOfItsOwn() {
        assertProblem(submit("{\"existing\": \"" + "x".repeat(3 << 20)), ErrorCode.BODY_TOO_LARGE);
    }

    private static void assertProblem(Response answer, ErrorCode code) {
        assertThat(answer.asString()).doesNotContain("planted");
        answer.then()
                .statusCode(code.httpStatus())
                .contentType("application/problem+json")
                .body("code", equalTo(code.name()));
    }

    private byte[] stored(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(INPUT).key(key)).asByteArray();
    }

    private List<String> keys() {
        return s3.listObjectsV2(list -> list.bucket(INPUT)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}

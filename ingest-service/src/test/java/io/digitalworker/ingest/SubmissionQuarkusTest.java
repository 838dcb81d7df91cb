package io.digitalworker.ingest;

import io.digitalworker.api.JobStatus;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import static io.digitalworker.ingest.Forms.DESCRIPTOR;
import static io.digitalworker.ingest.Forms.archive;
import static io.digitalworker.ingest.Forms.form;
import static io.digitalworker.ingest.Forms.hybrid;
import static io.digitalworker.ingest.Forms.jobId;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class SubmissionQuarkusTest {
    private static final String INPUT = "digital-worker-input";
    private static final String LONG = "long text ".repeat(790);

    @Inject S3Client s3;
    @Inject DynamoDbClient db;
    @Inject JobLedger ledger;

    @Test
    void answersOnlyAfterSourceAndJobAreStored() throws Exception {
        byte[] archive = SampleArchives.sound();

        Response answer =
                form(archive, DESCRIPTOR)
                        .header("X-Request-Id", "my-request")
                        .header(
                                "traceparent",
                                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .post("/v1/generate-spec");

        String jobId = jobId(answer);
        answer.then()
                .header("Retry-After", "2")
                .header("X-Request-Id", "my-request")
                .header("Location", matchesPattern("http://.*/v1/job-status/" + jobId))
                .body("statusUrl", equalTo(answer.header("Location")));
        Job job = ledger.find(jobId).orElseThrow();
        assertThat(job.status()).isEqualTo(JobStatus.Pending);
        assertThat(job.owner()).isEqualTo("anonymous");
        assertThat(job.moduleName()).isEqualTo("Reviews");
        assertThat(job.requestId()).isEqualTo("my-request");
        assertThat(job.traceparent()).startsWith("00-4bf92f35");
        assertThat(job.archive().key()).isEqualTo(jobId + "/archive.zip");
        assertThat(job.archive().sha256()).isEqualTo(sha256(archive));
        assertThat(stored(job.archive().key())).isEqualTo(archive);
        assertThat(stored(jobId + "/descriptor.json"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"features\":[{\"description\":\"Write a review.\",\"id\":\"F1\"}],"
                                + "\"moduleName\":\"Reviews\",\"version\":\"1.0\"}");
        assertThat(sha256(stored(job.options().key()))).isEqualTo(job.options().sha256());
        given().get(answer.header("Location")).then().statusCode(200);
    }

    @Test
    void descriptorOf30KilobytesIsFineAsTextAndAsFile() {
        String features =
                IntStream.range(0, 4)
                        .mapToObj(
                                i -> "{\"id\": \"N" + i + "\", \"description\": \"" + LONG + "\"}")
                        .collect(Collectors.joining(", "));
        String large = DESCRIPTOR.replace("}]", "}, " + features + "]");
        assertThat(large.length()).isGreaterThan(30 * 1024);

        jobId(form(SampleArchives.sound(), large).post("/v1/generate-spec"));
        jobId(
                archive(SampleArchives.sound())
                        .multiPart("descriptor", "d.json", large.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/generate-spec"));
    }

    @Test
    void callbackIsKeptInTheObjectStoreOnly() {
        String jobId =
                jobId(
                        form(SampleArchives.sound(), DESCRIPTOR)
                                .multiPart(
                                        "options",
                                        "{\"callbackUrl\": \"http://127.0.0.1:9/planted\"}")
                                .post("/v1/generate-spec"));

        assertThat(ledger.find(jobId).orElseThrow().callback()).isTrue();
        assertThat(new String(stored(jobId + "/options.json"), StandardCharsets.UTF_8))
                .contains("planted");
        assertThat(db.scan(scan -> scan.tableName("DigitalWorkerJobs")).toString())
                .doesNotContain("planted");
    }

    @Test
    void greenfieldNeedsNoArchive() {
        Response answer =
                given().multiPart("descriptor", DESCRIPTOR)
                        .multiPart("options", "{\"scenario\": \"greenfield\"}")
                        .post("/v1/generate-spec");

        String jobId = jobId(answer);
        Job job = ledger.find(jobId).orElseThrow();
        assertThat(job.archive()).isNull();
        assertThat(job.existing()).isNull();
        assertThat(keysOf(jobId))
                .containsExactly(jobId + "/descriptor.json", jobId + "/options.json");
        given().get(answer.header("Location")).then().statusCode(200);
    }

    @Test
    void greenfieldMayBringAnArchive() {
        String jobId =
                jobId(
                        form(SampleArchives.sound(), DESCRIPTOR)
                                .multiPart("options", "{\"scenario\": \"greenfield\"}")
                                .post("/v1/generate-spec"));

        assertThat(ledger.find(jobId).orElseThrow().archive()).isNotNull();
    }

    @Test
    void hybridKeepsADocumentBesideTheSource() throws Exception {
        byte[] document =
                ("# Design\n\nHow it was plänned, planted.\n" + LONG.repeat(100))
                        .getBytes(StandardCharsets.UTF_8);

        String jobId =
                jobId(
                        hybrid(DESCRIPTOR)
                                .multiPart("existing", "design.md", document)
                                .post("/v1/generate-spec"));

        Job job = ledger.find(jobId).orElseThrow();
        assertThat(job.existing().key()).isEqualTo(jobId + "/existing.md");
        assertThat(job.existing().sha256()).isEqualTo(sha256(document));
        assertThat(stored(job.existing().key())).isEqualTo(document);
        assertThat(db.scan(scan -> scan.tableName("DigitalWorkerJobs")).toString())
                .doesNotContain("planted");
        jobId(hybrid(DESCRIPTOR).multiPart("existing", "# As text").post("/v1/generate-spec"));
        jobId(hybrid(DESCRIPTOR).post("/v1/generate-spec"));
    }

    @Test
    void namesTheSectionsThatThereAre() {
        form(SampleArchives.sound(), DESCRIPTOR)
                .multiPart("options", "{\"sections\": [\"traceability\", \"weather\"]}")
                .post("/v1/generate-spec")
                .then()
                .statusCode(400)
                .body("code", equalTo("OPTIONS_INVALID"))
                .body("details[0].field", equalTo("sections[1]"))
                .body("details[0].message", startsWith("is no section here: use any of api-"));
    }

    @Test
    void takesAModuleNameInDevanagari() {
        String jobId =
                jobId(
                        archive(SampleArchives.sound())
                                .multiPart(
                                        "descriptor",
                                        "d.json",
                                        DESCRIPTOR
                                                .replace("Reviews", "समीक्षा सेवा")
                                                .getBytes(StandardCharsets.UTF_8))
                                .post("/v1/generate-spec"));

        assertThat(ledger.find(jobId).orElseThrow().moduleName()).isEqualTo("समीक्षा सेवा");
    }

    private byte[] stored(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(INPUT).key(key)).asByteArray();
    }

    private List<String> keysOf(String jobId) {
        return s3.listObjectsV2(list -> list.bucket(INPUT).prefix(jobId)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

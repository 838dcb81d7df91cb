package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class SubmissionQuarkusTest {
    private static final String INPUT = "digital-worker-input";
    private static final String DESCRIPTOR =
            "{\"moduleName\": \"Reviews\", \"version\": \"1.0\","
                    + " \"features\": [{\"id\": \"F1\", \"description\": \"Write a review.\"}]}";

    private static final String LONG = "long text ".repeat(790);

    @Inject S3Client s3;
    @Inject DynamoDbClient db;
    @Inject JobLedger ledger;
    @TempDir Path directory;

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

    static Stream<Arguments> badInput() {
        byte[] sound = SampleArchives.sound();
        return Stream.of(
                bad(
                        "not a ZIP",
                        () -> form("hello".getBytes(StandardCharsets.UTF_8), DESCRIPTOR),
                        ErrorCode.ARCHIVE_NOT_ZIP),
                bad(
                        "empty ZIP",
                        () -> form(SampleArchives.empty(), DESCRIPTOR),
                        ErrorCode.ARCHIVE_EMPTY),
                bad(
                        "path escape",
                        () -> form(SampleArchives.escaping(), DESCRIPTOR),
                        ErrorCode.ARCHIVE_PATH_ESCAPES),
                bad(
                        "encrypted",
                        () -> form(SampleArchives.encrypted(), DESCRIPTOR),
                        ErrorCode.ARCHIVE_ENCRYPTED),
                bad(
                        "overlapping",
                        () -> form(SampleArchives.overlapping(), DESCRIPTOR),
                        ErrorCode.ARCHIVE_OVERLAPPING),
                bad(
                        "bomb",
                        () -> form(SampleArchives.ratio(), DESCRIPTOR),
                        ErrorCode.ARCHIVE_RATIO_TOO_HIGH),
                bad(
                        "no archive",
                        () -> given().multiPart("descriptor", DESCRIPTOR),
                        ErrorCode.ARCHIVE_MISSING),
                bad(
                        "archive as text",
                        () ->
                                given().multiPart("archive", "PK")
                                        .multiPart("descriptor", DESCRIPTOR),
                        ErrorCode.ARCHIVE_MISSING),
                bad(
                        "no archive for hybrid",
                        () ->
                                given().multiPart("descriptor", DESCRIPTOR)
                                        .multiPart("options", "{\"scenario\": \"hybrid\"}")
                                        .multiPart("existing", "# planted"),
                        ErrorCode.ARCHIVE_MISSING),
                bad(
                        "document of another scenario",
                        () -> form(sound, DESCRIPTOR).multiPart("existing", "# planted"),
                        ErrorCode.EXISTING_UNEXPECTED),
                bad(
                        "empty document",
                        () -> hybrid(DESCRIPTOR).multiPart("existing", "e.md", new byte[0]),
                        ErrorCode.EXISTING_EMPTY),
                bad(
                        "blank document",
                        () ->
                                hybrid(DESCRIPTOR)
                                        .multiPart(
                                                "existing",
                                                "e.md",
                                                "\ufeff \n\t\n".getBytes(StandardCharsets.UTF_8)),
                        ErrorCode.EXISTING_EMPTY),
                bad(
                        "document in another encoding",
                        () ->
                                hybrid(DESCRIPTOR)
                                        .multiPart(
                                                "existing",
                                                "e.md",
                                                "planted \u00fc"
                                                        .getBytes(StandardCharsets.ISO_8859_1)),
                        ErrorCode.EXISTING_NOT_TEXT),
                bad(
                        "document too large",
                        () ->
                                hybrid(DESCRIPTOR)
                                        .multiPart("existing", "e.md", new byte[(1 << 20) + 1]),
                        ErrorCode.EXISTING_TOO_LARGE),
                bad(
                        "unknown section",
                        () ->
                                form(sound, DESCRIPTOR)
                                        .multiPart("options", "{\"sections\": [\"planted\"]}"),
                        ErrorCode.OPTIONS_INVALID),
                bad("no descriptor", () -> archive(sound), ErrorCode.DESCRIPTOR_MISSING),
                bad(
                        "descriptor not JSON",
                        () -> form(sound, "planted word"),
                        ErrorCode.DESCRIPTOR_NOT_JSON),
                bad(
                        "unknown field",
                        () -> form(sound, DESCRIPTOR.replace("{\"id\"", "{\"surplus\": 1, \"id\"")),
                        ErrorCode.DESCRIPTOR_FIELD_UNKNOWN),
                bad(
                        "no feature",
                        () -> form(sound, "{\"moduleName\": \"M\", \"version\": \"1\"}"),
                        ErrorCode.DESCRIPTOR_WITHOUT_FEATURES),
                bad(
                        "options not JSON",
                        () -> form(sound, DESCRIPTOR).multiPart("options", "["),
                        ErrorCode.OPTIONS_NOT_JSON),
                bad(
                        "unknown document",
                        () ->
                                form(sound, DESCRIPTOR)
                                        .multiPart("options", "{\"documents\": [\"poem\"]}"),
                        ErrorCode.OPTIONS_INVALID),
                bad(
                        "callback inside",
                        () ->
                                form(sound, DESCRIPTOR)
                                        .multiPart(
                                                "options",
                                                "{\"callbackUrl\": \"https://10.0.0.1/planted\"}"),
                        ErrorCode.CALLBACK_REFUSED),
                bad(
                        "field of another form",
                        () -> form(sound, DESCRIPTOR).multiPart("planted", "x"),
                        ErrorCode.REQUEST_MALFORMED),
                bad(
                        "two descriptors",
                        () -> form(sound, DESCRIPTOR).multiPart("descriptor", DESCRIPTOR),
                        ErrorCode.REQUEST_MALFORMED),
                bad(
                        "descriptor too long",
                        () -> form(sound, DESCRIPTOR + " ".repeat(300_000)),
                        ErrorCode.BODY_TOO_LARGE),
                bad(
                        "not a form",
                        () -> given().contentType("text/plain").body("planted"),
                        ErrorCode.MEDIA_TYPE_UNSUPPORTED),
                bad(
                        "broken form",
                        () ->
                                given().header("Content-Type", "multipart/form-data; boundary=b")
                                        .body(
                                                "--b\r\nContent-Disp\r\n\r\nplanted"
                                                        .getBytes(StandardCharsets.UTF_8)),
                        ErrorCode.REQUEST_MALFORMED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void refusesBadInputWithItsCodeAndStoresNothing(
            String name, Supplier<RequestSpecification> request, ErrorCode code) {
        Stored before = everything();

        Response answer = request.get().post("/v1/generate-spec");

        assertProblem(answer, code);
        assertThat(everything()).as("what is stored after " + name).isEqualTo(before);
    }

    @Test
    void takesFiftyMegabytesAndNotAByteMore() {
        int most = 50 << 20;
        jobId(file(SampleArchives.ofSize(directory.resolve("most.zip"), most)));
        Stored before = everything();

        Response answer = file(SampleArchives.ofSize(directory.resolve("more.zip"), most + 1));

        assertProblem(answer, ErrorCode.ARCHIVE_TOO_LARGE);
        assertThat(everything()).isEqualTo(before);
    }

    private static Response file(Path archive) {
        return given().multiPart("archive", archive.toFile())
                .multiPart("descriptor", DESCRIPTOR)
                .post("/v1/generate-spec");
    }

    private static void assertProblem(Response answer, ErrorCode code) {
        assertThat(answer.asString()).doesNotContain("planted");
        answer.then()
                .statusCode(code.httpStatus())
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("code", equalTo(code.name()))
                .body("status", equalTo(code.httpStatus()))
                .body("type", startsWith("urn:digital-worker:error:"))
                .body("instance", equalTo("/v1/generate-spec"))
                .body("requestId", equalTo(answer.header("X-Request-Id")));
    }

    private static Arguments bad(
            String name, Supplier<RequestSpecification> request, ErrorCode code) {
        return Arguments.of(name, request, code);
    }

    private static RequestSpecification form(byte[] archive, String descriptor) {
        return archive(archive).multiPart("descriptor", descriptor);
    }

    private static RequestSpecification hybrid(String descriptor) {
        return form(SampleArchives.sound(), descriptor)
                .multiPart("options", "{\"scenario\": \"hybrid\"}");
    }

    private static RequestSpecification archive(byte[] archive) {
        return given().multiPart("archive", "archive.zip", archive);
    }

    private static String jobId(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        return answer.jsonPath().getString("jobId");
    }

    private byte[] stored(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(INPUT).key(key)).asByteArray();
    }

    private List<String> keysOf(String jobId) {
        return s3.listObjectsV2(list -> list.bucket(INPUT).prefix(jobId)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private Stored everything() {
        List<String> keys =
                s3.listObjectsV2(list -> list.bucket(INPUT)).contents().stream()
                        .map(S3Object::key)
                        .toList();
        return new Stored(keys, db.scan(scan -> scan.tableName("DigitalWorkerJobs")).count());
    }

    private record Stored(List<String> objects, int items) {}

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
import static org.hamcrest.Matchers.startsWith;

/** What must not be accepted leaves nothing behind. */
@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class RefusedSubmissionQuarkusTest {
    private static final String INPUT = "digital-worker-input";

    @Inject S3Client s3;
    @Inject DynamoDbClient db;
    @TempDir Path directory;

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

    private Stored everything() {
        List<String> keys =
                s3.listObjectsV2(list -> list.bucket(INPUT)).contents().stream()
                        .map(S3Object::key)
                        .toList();
        return new Stored(keys, db.scan(scan -> scan.tableName("DigitalWorkerJobs")).count());
    }

    private record Stored(List<String> objects, int items) {}
}

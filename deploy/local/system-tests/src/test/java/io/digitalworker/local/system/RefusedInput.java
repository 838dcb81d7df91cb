package io.digitalworker.local.system;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static io.restassured.RestAssured.given;

/** Submissions that must be refused, by the code that each must get. The whole table is the gate's own. */
final class RefusedInput {
    private static final String DESCRIPTOR =
            "{\"moduleName\":\"M\",\"version\":\"1\",\"features\":[{\"id\":\"F\",\"description\":\"d\"}]}";
    private static final byte[] ARCHIVE = zip("src/A.cs", "class A { }");

    private final URI api;
    private final Map<String, Response> answers = new LinkedHashMap<>();

    private RefusedInput(URI api) {
        this.api = api;
    }

    static Map<String, Response> all(URI api) {
        RefusedInput input = new RefusedInput(api);
        input.archive("ARCHIVE_NOT_ZIP", "no archive".getBytes(StandardCharsets.UTF_8));
        input.archive(
                "ARCHIVE_EMPTY",
                new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        input.archive("ARCHIVE_PATH_ESCAPES", zip("../A.cs", "class A { }"));
        input.archive("ARCHIVE_RATIO_TOO_HIGH", zip("A.cs", "a".repeat(4 << 20)));
        input.options("OPTIONS_INVALID", "{\"sections\": [\"weather\"]}", "# Text");
        input.options("EXISTING_UNEXPECTED", "{\"scenario\": \"migration\"}", "# Text");
        input.options("EXISTING_EMPTY", "{\"scenario\": \"hybrid\"}", " ");
        input.descriptor("DESCRIPTOR_NOT_JSON", "{");
        input.descriptor("DESCRIPTOR_FIELD_UNKNOWN", DESCRIPTOR.replace("version", "versoin"));
        input.descriptor("DESCRIPTOR_INVALID", DESCRIPTOR.replace("\"1\"", "1"));
        input.descriptor("DESCRIPTOR_WITHOUT_FEATURES", "{\"moduleName\":\"M\",\"version\":\"1\"}");
        input.answers.put(
                "DESCRIPTOR_MISSING", input.withArchive(ARCHIVE).post("/v1/generate-spec"));
        input.answers.put(
                "ARCHIVE_MISSING",
                input.form()
                        .multiPart("descriptor", DESCRIPTOR, "application/json")
                        .post("/v1/generate-spec"));
        input.answers.put("JOB_NOT_FOUND", input.form().get("/v1/job-status/no-such-job"));
        input.answers.put("NOT_FOUND", input.form().get("/v1/nothing"));
        return input.answers;
    }

    private void archive(String code, byte[] bytes) {
        answers.put(
                code,
                withArchive(bytes)
                        .multiPart("descriptor", DESCRIPTOR, "application/json")
                        .post("/v1/generate-spec"));
    }

    private void options(String code, String json, String existing) {
        answers.put(
                code,
                withArchive(ARCHIVE)
                        .multiPart("descriptor", DESCRIPTOR, "application/json")
                        .multiPart("options", json, "application/json")
                        .multiPart("existing", existing, "text/markdown")
                        .post("/v1/generate-spec"));
    }

    private void descriptor(String code, String json) {
        answers.put(
                code,
                withArchive(ARCHIVE)
                        .multiPart("descriptor", json, "application/json")
                        .post("/v1/generate-spec"));
    }

    private RequestSpecification withArchive(byte[] bytes) {
        return form().multiPart("archive", "archive.zip", bytes, "application/zip");
    }

    private RequestSpecification form() {
        return given().baseUri(api.toString());
    }

    private static byte[] zip(String name, String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package io.digitalworker.local.system;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import static io.restassured.RestAssured.given;

/**
 * What a caller submits: the project's example, with words planted that occur nowhere else, or an archive
 * of the test's own.
 */
final class Submission {
    static final String IN_SOURCE = "Quagmarinth";
    static final String IN_DESCRIPTOR = "velvetprobe";
    static final String IN_CALLBACK = "umbrafalcon";

    private final URI api;
    private final byte[] archive;
    private final String descriptor;
    private final String options;

    private Submission(URI api, byte[] archive, String descriptor, String options) {
        this.api = api;
        this.archive = archive;
        this.descriptor = descriptor;
        this.options = options;
    }

    static Submission ofExample(URI api, Path example, URI webhook) {
        String descriptor =
                """
                {"moduleName": "Planted module", "version": "1.0",
                 "features": [{"id": "F-1", "description": "%s: the controller lists what was stored"}]}
                """
                        .formatted(IN_DESCRIPTOR);
        String options = "{\"callbackUrl\": \"%s?q=%s\"}".formatted(webhook, IN_CALLBACK);
        return new Submission(api, zip(example.resolve("plugin")), descriptor, options);
    }

    /** Another archive, for all documents, with nothing planted and nobody to call back. */
    static Submission of(URI api, byte[] archive, String descriptor) {
        String options = "{\"documents\": [\"srs\", \"functional-spec\", \"tech-design\"]}";
        return new Submission(api, archive, descriptor, options);
    }

    /** Sends it and returns the answer, whatever it is. */
    Response send() {
        return given().baseUri(api.toString())
                .multiPart("archive", "archive.zip", archive, "application/zip")
                .multiPart("descriptor", descriptor, "application/json")
                .multiPart("options", options, "application/json")
                .post("/v1/generate-spec");
    }

    private static byte[] zip(Path directory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> tree = Files.walk(directory)) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                add(zip, directory.relativize(file).toString(), Files.readAllBytes(file));
            }
            String source =
                    "namespace Planted;\npublic class %s\n{\n    public void Listed() { }\n}\n"
                            .formatted(IN_SOURCE);
            add(zip, "Planted/" + IN_SOURCE + ".cs", source.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}

package io.digitalworker.local.system;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    static final String IN_EXISTING = "gildenwharf";

    private final URI api;
    private final Optional<byte[]> archive;
    private final String descriptor;
    private final String options;
    private final Optional<String> existing;

    private Submission(
            URI api,
            Optional<byte[]> archive,
            String descriptor,
            String options,
            Optional<String> existing) {
        this.api = api;
        this.archive = archive;
        this.descriptor = descriptor;
        this.options = options;
        this.existing = existing;
    }

    static Submission ofExample(URI api, Path example, URI webhook) {
        String descriptor =
                """
                {"moduleName": "Planted module", "version": "1.0",
                 "features": [{"id": "F-1", "description": "%s: the controller lists what was stored"}]}
                """
                        .formatted(IN_DESCRIPTOR);
        String options = "{\"callbackUrl\": \"%s?q=%s\"}".formatted(webhook, IN_CALLBACK);
        return of(api, zip(example.resolve("plugin")), descriptor, options);
    }

    /** Nothing but a descriptor. */
    static Submission ofIdea(URI api) {
        String descriptor =
                """
                {"moduleName": "समीक्षा सेवा", "version": "0.1", "actors": ["warden"],
                 "features": [{"id": "F-1", "description": "A warden counts the %s by hand"}]}
                """
                        .formatted(IN_DESCRIPTOR);
        String options = "{\"scenario\": \"greenfield\"}";
        return new Submission(api, Optional.empty(), descriptor, options, Optional.empty());
    }

    /** The example with a document that says more than its code, one character of it in no bundled font. */
    static Submission withDocument(URI api, Path example) throws IOException {
        String document =
                """
                # Product reviews

                ## Opening of the desk

                The %s desk opens at nine \u1cd3, and `%sController` answers there.
                """
                        .formatted(IN_EXISTING, IN_EXISTING);
        return new Submission(
                api,
                Optional.of(zip(example.resolve("plugin"))),
                Files.readString(example.resolve("descriptor.json")),
                "{\"scenario\": \"hybrid\"}",
                Optional.of(document));
    }

    /** The example for all documents, as it is to be revised. */
    static Submission toBeRevised(URI api, Path example) throws IOException {
        String descriptor = Files.readString(example.resolve("descriptor.json"));
        return of(api, zip(example.resolve("plugin")), descriptor);
    }

    /** Another archive, with nothing planted beside. */
    static Submission of(URI api, byte[] archive, String descriptor, String options) {
        return new Submission(api, Optional.of(archive), descriptor, options, Optional.empty());
    }

    /** Another archive, for all documents, with nothing planted and nobody to call back. */
    static Submission of(URI api, byte[] archive, String descriptor) {
        String options = "{\"documents\": [\"srs\", \"functional-spec\", \"tech-design\"]}";
        return of(api, archive, descriptor, options);
    }

    /** The example, planted as above, with these options. */
    static Submission ofExample(URI api, Path example, String options) throws IOException {
        return of(
                api,
                zip(example.resolve("plugin")),
                Files.readString(example.resolve("descriptor.json")),
                options);
    }

    /** The same under another module's name. */
    static Submission ofExample(URI api, Path example, String options, String module)
            throws IOException {
        String descriptor = Files.readString(example.resolve("descriptor.json"));
        return of(
                api,
                zip(example.resolve("plugin")),
                descriptor.replace("Misc.GiftWrapping", module),
                options);
    }

    /** The example's archive, planted as above. */
    static byte[] archiveOf(Path example) {
        return zip(example.resolve("plugin"));
    }

    /** The example's descriptor. */
    static String descriptorOf(Path example) throws IOException {
        return Files.readString(example.resolve("descriptor.json"));
    }

    /** Sends it and returns the answer, whatever it is. */
    Response send() {
        RequestSpecification form =
                given().baseUri(api.toString())
                        .multiPart("descriptor", "d.json", utf8(descriptor), "application/json")
                        .multiPart("options", options, "application/json");
        archive.ifPresent(zip -> form.multiPart("archive", "archive.zip", zip, "application/zip"));
        existing.ifPresent(
                text -> form.multiPart("existing", "design.md", utf8(text), "text/markdown"));
        return form.post("/v1/generate-spec");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An archive of one entry, whatever its name. */
    static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, name, content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A directory as an archive, with a class planted. */
    static byte[] zip(Path directory) {
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

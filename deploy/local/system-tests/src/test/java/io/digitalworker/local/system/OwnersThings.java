package io.digitalworker.local.system;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes what an owner has: a job, an upload, a batch. */
final class OwnersThings {
    private final Supplier<RequestSpecification> owner;

    /**
     * @param owner begins a request of the owner
     */
    OwnersThings(Supplier<RequestSpecification> owner) {
        this.owner = owner;
    }

    Things make(Path example) throws IOException {
        byte[] archive = Submission.archiveOf(example);
        String descriptor = Submission.descriptorOf(example);
        String jobId = submit(archive, descriptor);
        String uploadId = upload(archive);
        return new Things(jobId, uploadId, batch(uploadId, descriptor));
    }

    private String submit(byte[] archive, String descriptor) {
        Response accepted =
                owner.get()
                        .multiPart("archive", "a.zip", archive, "application/zip")
                        .multiPart("descriptor", descriptor, "application/json")
                        .post("/v1/generate-spec");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return accepted.path("jobId");
    }

    private String upload(byte[] archive) {
        String asked =
                "{\"size\": %d, \"sha256\": \"%s\"}".formatted(archive.length, hash(archive));
        Response announced =
                owner.get().contentType("application/json").body(asked).post("/v1/uploads");
        assertThat(announced.statusCode()).as(announced.asString()).isEqualTo(201);
        put(URI.create(announced.path("url")), announced.path("headers"), archive);
        return announced.path("uploadId");
    }

    /** With no header but those that were signed. */
    private static void put(URI address, Map<String, String> headers, byte[] archive) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(archive));
        headers.forEach(request::header);
        HttpResponse<String> stored =
                HttpClient.newHttpClient()
                        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                        .join();
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    }

    private String batch(String uploadId, String descriptor) {
        Response accepted =
                owner.get()
                        .contentType("application/json")
                        .body(
                                "{\"submissions\": [{\"uploadId\": \"%s\", \"descriptor\": %s}]}"
                                        .formatted(uploadId, descriptor))
                        .post("/v1/batches");
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        return accepted.path("batchId");
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

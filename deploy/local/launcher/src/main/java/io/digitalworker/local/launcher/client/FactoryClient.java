package io.digitalworker.local.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.digitalworker.api.JobAccepted;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.Problem;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.api.UploadAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Submits, asks and downloads, as any caller of the public API would. Faults that pass are tried again ({@link
 * PatientHttp}); what makes a job carries an {@code Idempotency-Key}, so that no attempt makes a second one.
 * Every call throws {@link Refused} if the service says no, and {@link Unreachable} if nobody answers.
 */
public final class FactoryClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For an archive of 50 MB at 1 Mbit/s, and as long again. */
    private static final Duration PATIENCE_OF_TRANSFERS = Duration.ofMinutes(15);

    private static final byte[] NOTHING = {};
    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final Endpoint endpoint;
    private final Identity identity;
    private final PatientHttp http;

    /** An installation that asks nobody who they are. */
    public FactoryClient(URI api) {
        this(new Endpoint(api), Identity.NOBODY, Pause.real(), notice -> {});
    }

    /** @param notices is told of every pause before another attempt */
    public FactoryClient(
            Endpoint endpoint, Identity identity, Pause pause, Consumer<String> notices) {
        this.endpoint = endpoint;
        this.identity = identity;
        this.http = new PatientHttp(pause, notices);
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Uploads the archive to where the service says, and submits it.
     *
     * @param key of idempotency: 1 to 255 printable ASCII characters
     */
    public JobAccepted submit(Submission submission, String key, UploadProgress progress)
            throws IOException {
        ObjectNode body = json.createObjectNode();
        if (submission.archive() != null) {
            body.put("uploadId", upload(submission.archive(), progress));
        }
        body.set("descriptor", submission.descriptor());
        body.set("options", submission.options());
        if (submission.existing() != null) {
            body.put("existing", submission.existing());
        }
        return read(post("/v1/generate-spec", body, key), JobAccepted.class);
    }

    /** The id under which an archive can be submitted within two hours. */
    public String upload(Path archive, UploadProgress progress) throws IOException {
        long size = Files.size(archive);
        ObjectNode asked = json.createObjectNode();
        asked.put("size", size).put("sha256", Sha256.of(archive));
        UploadAddress target = read(post("/v1/uploads", asked, null), UploadAddress.class);
        CountedFile file = CountedFile.of(archive, sent -> progress.sent(sent, size));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(target.url()))
                        .timeout(PATIENCE_OF_TRANSFERS)
                        .method(target.method(), file);
        target.headers().entrySet().stream()
                .filter(header -> !HeadersOfTheClient.are(header.getKey()))
                .forEach(header -> request.header(header.getKey(), header.getValue()));
        int status = http.send(request::build, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 != 2) {
            throw new IOException(
                    "The object store answered " + status + " to the archive. Submit it again.");
        }
        return target.uploadId();
    }

    /** Where the job stands. */
    public JobStatusView status(String jobId) throws IOException {
        return look(jobId).view();
    }

    /** The same, with all that the answer held. */
    public SeenJob look(String jobId) throws IOException {
        JsonNode seen = tree(call("GET", "/v1/job-status/" + encoded(jobId)));
        return new SeenJob(json.treeToValue(seen, JobStatusView.class), seen);
    }

    /**
     * One page of the caller's jobs, newest first: {@code jobs}, {@code hasNext} and {@code cursor}.
     *
     * @param status as the API names it; null for all
     * @param limit 1 to 100
     * @param cursor of the page before; null for the first
     */
    public JsonNode list(@Nullable String status, int limit, @Nullable String cursor)
            throws IOException {
        String path =
                "/v1/jobs?limit="
                        + limit
                        + (status == null ? "" : "&status=" + encoded(status))
                        + (cursor == null ? "" : "&cursor=" + encoded(cursor));
        return tree(call("GET", path));
    }

    /** Asks for other documents; the answer names the job that makes them. */
    public JobAccepted revise(String jobId, RevisionRequest revision, String key)
            throws IOException {
        String path = "/v1/jobs/" + encoded(jobId) + "/revisions";
        return read(post(path, json.valueToTree(revision), key), JobAccepted.class);
    }

    /** Cancels what runs, and has everything deleted: {@code jobId} and {@code deletion}. */
    public JsonNode delete(String jobId) throws IOException {
        return tree(call("DELETE", "/v1/jobs/" + encoded(jobId)));
    }

    /** The secret that signs the caller's webhooks: {@code version}, {@code secret}, {@code previous}. */
    public JsonNode webhookSecret() throws IOException {
        return tree(call("GET", "/v1/webhook-secret"));
    }

    /** A new one; the old one signs as well for 24 h. Tried once only: each rotates again. */
    public JsonNode rotateWebhookSecret() throws IOException {
        HttpRequest request = request("POST", "/v1/webhook-secret", NOTHING, null);
        return tree(http.once(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    /**
     * Events of a job from the one after {@code lastId}; null if there will be none.
     *
     * @param lastId empty for all
     */
    @Nullable EventStream events(String jobId, Optional<String> lastId) throws IOException {
        HttpRequest.Builder request =
                builder("GET", "/v1/jobs/" + encoded(jobId) + "/events", NOTHING, null)
                        .setHeader("Accept", "text/event-stream")
                        .GET();
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<EventStream> response = http.once(request.build(), head -> new StreamBody());
        if (response.statusCode() == 200) {
            return response.body();
        }
        response.body().close();
        if (response.statusCode() == 204) {
            return null;
        }
        throw new Refused(response.statusCode());
    }

    /** Saves what lies at a presigned address, which is told nothing of the caller. */
    public void download(URI address, Path file) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE_OF_TRANSFERS).build();
        int status =
                http.send(
                                () -> request,
                                head ->
                                        head.statusCode() == 200
                                                ? HttpResponse.BodySubscribers.ofFile(file)
                                                : HttpResponse.BodySubscribers.replacing(file))
                        .statusCode();
        if (status != 200) {
            throw new IOException("The download of " + file.getFileName() + " answered " + status);
        }
    }

    /** Waits, as between attempts. */
    void rest(Duration time) throws IOException {
        http.rest(time);
    }

    private HttpResponse<byte[]> call(String method, String path) throws IOException {
        return http.send(
                () -> request(method, path, NOTHING, null),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(String path, JsonNode body, @Nullable String key)
            throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        return http.send(
                () -> request("POST", path, bytes, key), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest request(String method, String path, byte[] body, @Nullable String key) {
        HttpRequest.Builder request = builder(method, path, body, key);
        HttpRequest.BodyPublisher content =
                body.length == 0
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body);
        return request.method(method, content).build();
    }

    private HttpRequest.Builder builder(
            String method, String path, byte[] body, @Nullable String key) {
        URI address = endpoint.at(path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Accept", "application/json, application/problem+json");
        if (body.length > 0) {
            request.header("Content-Type", "application/json");
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        identity.prove(request, method, address, body);
        return request;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private <T> T read(HttpResponse<byte[]> response, Class<T> type) throws IOException {
        return json.treeToValue(tree(response), type);
    }

    private JsonNode tree(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status / 100 != 2) {
            throw refused(status, response.body());
        }
        JsonNode tree = parsed(response.body());
        if (tree == null || !tree.isObject()) {
            throw new IOException(
                    endpoint + " answered " + status + " without JSON: it is no factory's API.");
        }
        return tree;
    }

    private Refused refused(int status, byte[] body) throws IOException {
        JsonNode tree = parsed(body);
        return tree != null && tree.path("code").isTextual() && tree.hasNonNull("details")
                ? new Refused(json.treeToValue(tree, Problem.class))
                : new Refused(status);
    }

    private @Nullable JsonNode parsed(byte[] body) throws IOException {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}

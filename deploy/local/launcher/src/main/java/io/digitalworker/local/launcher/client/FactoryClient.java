package io.digitalworker.local.launcher.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.digitalworker.api.JobAccepted;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Submits, asks and downloads, as any caller of the public API would. */
public final class FactoryClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private final URI api;

    public FactoryClient(URI api) {
        this.api = api;
    }

    /**
     * Sends a submission.
     *
     * @throws Refused if the service does not accept it
     */
    public JobAccepted submit(Path archive, Path descriptor) throws IOException {
        return submit(archive, descriptor, "{}");
    }

    /**
     * The same with options, in JSON.
     *
     * @throws Refused if the service does not accept it
     */
    public JobAccepted submit(Path archive, Path descriptor, String options) throws IOException {
        MultipartBody body = MultipartBody.of(archive, descriptor, options);
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("/v1/generate-spec"))
                        .timeout(PATIENCE)
                        .header("Content-Type", body.contentType())
                        .POST(body.publisher())
                        .build();
        return read(send(request, HttpResponse.BodyHandlers.ofByteArray()), JobAccepted.class);
    }

    /** Where the job stands. */
    public JobStatusView status(String jobId) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("/v1/job-status/" + jobId))
                        .timeout(Duration.ofSeconds(20))
                        .build();
        return read(send(request, HttpResponse.BodyHandlers.ofByteArray()), JobStatusView.class);
    }

    /** Saves what lies at a presigned address. */
    public void download(URI address, Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        int status = send(request, HttpResponse.BodyHandlers.ofFile(file)).statusCode();
        if (status != 200) {
            throw new IOException("The download of " + file.getFileName() + " answered " + status);
        }
    }

    private <T> T read(HttpResponse<byte[]> response, Class<T> type) throws IOException {
        if (response.statusCode() >= 400) {
            throw new Refused(json.readValue(response.body(), Problem.class));
        }
        return json.readValue(response.body(), type);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for an answer", e);
        }
    }
}

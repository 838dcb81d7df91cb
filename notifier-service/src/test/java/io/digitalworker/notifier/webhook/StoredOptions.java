package io.digitalworker.notifier.webhook;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.runtime.ServiceConfig;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A store of one object, the options of a job, with a history of what was read. */
final class StoredOptions implements S3Client {
    record Settings(String masterKey, Duration connectTimeout, Duration timeout)
            implements WebhookConfig {}

    private final List<String> history = new ArrayList<>();
    private String content = "{}";
    private RuntimeException fault;

    void callback(String address) {
        content("{\"documents\":[\"srs\"],\"callbackUrl\":\"" + address + "\"}");
    }

    void content(String text) {
        content = text;
        fault = null;
    }

    void isGone() {
        fails(NoSuchKeyException.builder().statusCode(404).message("no such key").build());
    }

    void fails(RuntimeException with) {
        fault = with;
    }

    List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public <T> T getObject(
            GetObjectRequest request, ResponseTransformer<GetObjectResponse, T> reader) {
        history.add(request.bucket() + "/" + request.key());
        if (fault != null) {
            throw fault;
        }
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        try {
            return reader.transform(
                    GetObjectResponse.builder().contentLength((long) text.length).build(),
                    AbortableInputStream.create(new ByteArrayInputStream(text)));
        } catch (Exception e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    @Override
    public String serviceName() {
        return "s3";
    }

    @Override
    public void close() {}

    static ServiceConfig service(String authMode) {
        return new Service(authMode);
    }

    private record Service(String authMode) implements ServiceConfig {
        @Override
        public EventSource service() {
            return EventSource.NOTIFIER;
        }

        @Override
        public String table() {
            return "table";
        }

        @Override
        public String inputBucket() {
            return "digital-worker-input";
        }

        @Override
        public String outputBucket() {
            return "digital-worker-output";
        }

        @Override
        public String bus() {
            return "digital-worker";
        }

        @Override
        public Optional<String> kmsKeyArn() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> publicUrl() {
            return Optional.empty();
        }

        @Override
        public Auth auth() {
            return () -> authMode;
        }

        @Override
        public ClockConfig clock() {
            return () -> Duration.ZERO;
        }

        @Override
        public Events events() {
            throw new UnsupportedOperationException("no events are sent here");
        }
    }
}

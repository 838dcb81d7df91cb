package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** EventBridge and SNS without a network of their own, before a receiver in the place of SQS. */
final class EventsFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    static final URI SELF = URI.create("http://127.0.0.1:1");

    final WebReceiver sqs = new WebReceiver();
    private final AtomicLong ids = new AtomicLong();
    private final Path directory;
    private Events events;

    EventsFixture(Path directory) throws IOException {
        this.directory = directory;
        open();
    }

    private void open() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        events =
                Events.open(
                        directory,
                        SELF,
                        URI.create(sqs.url()),
                        clock,
                        () -> new UUID(0, ids.incrementAndGet()));
    }

    void restart() {
        events.close();
        open();
        events.resumeDeliveries();
    }

    Events events() {
        return events;
    }

    static String queue(String name) {
        return Account.arn("sqs", name);
    }

    /** One operation of EventBridge, the request in JSON. */
    ObjectNode bridge(String operation, String request) {
        return events.eventBridge(operation, Json.readObject(bytes(request)));
    }

    /** One action of SNS: names and values in turn. */
    String sns(String action, String... form) {
        StringBuilder encoded = new StringBuilder("Action=" + action);
        for (int i = 0; i < form.length; i += 2) {
            encoded.append('&').append(form[i]).append('=');
            encoded.append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
        }
        return events.sns(action, encoded.toString());
    }

    /** The code of the refusal; null where nothing is refused. */
    static String refusal(Runnable call) {
        AwsFault fault = catchThrowableOfType(AwsFault.class, call::run);
        return fault == null ? null : fault.code();
    }

    /** What SQS was asked to send, once it was asked that often. */
    List<JsonNode> sent(int count) {
        await().until(() -> sqs.received.size() >= count);
        return sqs.received.stream().map(WebReceiver.Request::body).toList();
    }

    void awaitNoDeliveries() {
        await().until(() -> events.pendingDeliveries() == 0);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        events.close();
        sqs.close();
    }
}

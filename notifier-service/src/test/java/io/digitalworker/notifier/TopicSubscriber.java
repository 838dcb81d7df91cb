package io.digitalworker.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.notifier.webhook.Receiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;

import static org.awaitility.Awaitility.await;

/** Subscribes to the topic over HTTP, as anybody would, and keeps what it is told. */
final class TopicSubscriber implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Receiver receiver = new Receiver(Receiver.status(200));

    void subscribe(SnsClient sns, String topic) throws Exception {
        sns.subscribe(
                r -> r.topicArn(topic).protocol("http").endpoint(receiver.address().toString()));
        await("the request to confirm").until(() -> !ofType("SubscriptionConfirmation").isEmpty());
        String confirm = ofType("SubscriptionConfirmation").get(0).path("SubscribeURL").asText();
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(confirm)).build(),
                        HttpResponse.BodyHandlers.discarding());
    }

    /** Notifications about a job, in their order: envelopes of SNS. */
    List<JsonNode> about(String jobId) {
        return ofType("Notification").stream()
                .filter(n -> read(n.path("Message").asText()).path("jobId").asText().equals(jobId))
                .toList();
    }

    private List<JsonNode> ofType(String type) {
        return receiver.calls().stream()
                .map(call -> read(call.body()))
                .filter(envelope -> envelope.path("Type").asText().equals(type))
                .toList();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}

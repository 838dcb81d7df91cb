package io.digitalworker.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.contract.AsyncApi;
import io.digitalworker.notifier.webhook.Receiver;
import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** What was sent, against what asyncapi.yaml says of it. */
final class Announced {
    private static final AsyncApi API = AsyncApi.read();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Announced() {}

    static void assertWebhook(String message, Receiver.Call call) throws IOException {
        assertThat(API.bodyFaults(message, JSON.readTree(call.body())))
                .as("asyncapi.yaml about " + call.body())
                .isEmpty();
        assertThat(API.headerFaults(message, JSON.valueToTree(call.headers())))
                .as("asyncapi.yaml about " + call.headers())
                .isEmpty();
    }

    /** A message as the topic hands it to an HTTP endpoint. */
    static void assertTopic(JsonNode notification) throws IOException {
        String body = notification.path("Message").asText();
        assertThat(API.bodyFaults("JobEnded", JSON.readTree(body)))
                .as("asyncapi.yaml about " + body)
                .isEmpty();
        ObjectNode attributes = JSON.createObjectNode();
        JsonNode sent = notification.path("MessageAttributes");
        sent.properties()
                .forEach(each -> attributes.set(each.getKey(), each.getValue().path("Value")));
        assertThat(API.headerFaults("JobEnded", attributes))
                .as("asyncapi.yaml about " + attributes)
                .isEmpty();
    }
}

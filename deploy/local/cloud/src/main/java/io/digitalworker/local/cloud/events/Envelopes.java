package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.Json;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts SNS messages into their envelope, signed with version 2 (SHA-256 with RSA). */
final class Envelopes {
    static final String CERTIFICATE_PATH = "/sns-signing-certificate.pem";

    private static final List<String> SIGNED =
            List.of(
                    "Message",
                    "MessageId",
                    "SubscribeURL",
                    "Subject",
                    "Timestamp",
                    "Token",
                    "TopicArn",
                    "Type");

    private final URI self;
    private final Supplier<SigningKey> key;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Envelopes(URI self, Supplier<SigningKey> key, Clock clock, Supplier<UUID> ids) {
        this.self = self;
        this.key = key;
        this.clock = clock;
        this.ids = ids;
    }

    Envelope notification(
            String topicArn,
            @Nullable String subject,
            String message,
            MessageAttributes attributes) {
        String id = ids.get().toString();
        ObjectNode json = started("Notification", id, topicArn);
        if (subject != null) {
            json.put("Subject", subject);
        }
        finish(json, message);
        if (!attributes.all().isEmpty()) {
            json.set("MessageAttributes", attributes.described());
        }
        return new Envelope("Notification", id, json);
    }

    Envelope confirmation(Subscription subscription) {
        String id = ids.get().toString();
        String topic = subscription.topicArn();
        ObjectNode json = started("SubscriptionConfirmation", id, topic);
        json.put("Token", subscription.token())
                .put(
                        "SubscribeURL",
                        self
                                + "/?Action=ConfirmSubscription&TopicArn="
                                + topic
                                + "&Token="
                                + subscription.token());
        finish(
                json,
                "You have chosen to subscribe to the topic "
                        + topic
                        + ".\nTo confirm the subscription, visit the SubscribeURL included in this"
                        + " message.");
        return new Envelope("SubscriptionConfirmation", id, json);
    }

    private static ObjectNode started(String type, String id, String topicArn) {
        return Json.object().put("Type", type).put("MessageId", id).put("TopicArn", topicArn);
    }

    private void finish(ObjectNode json, String message) {
        json.put("Message", message)
                .put("Timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("SignatureVersion", "2")
                .put("Signature", key.get().sign(toSign(json)))
                .put("SigningCertURL", self + CERTIFICATE_PATH);
    }

    private static String toSign(ObjectNode json) {
        StringBuilder text = new StringBuilder();
        for (String member : SIGNED) {
            if (json.has(member)) {
                text.append(member).append('\n').append(json.get(member).asText()).append('\n');
            }
        }
        return text.toString();
    }

    Delivery toQueue(Subscription subscription, Envelope envelope, long now) {
        return Delivery.first(
                Delivery.Kind.QUEUE,
                subscription.endpoint(),
                body(subscription, envelope),
                Map.of(),
                RetrySchedule.SNS_QUEUE,
                subscription.deadLetterArn(),
                now);
    }

    Delivery toWeb(Subscription subscription, Envelope envelope, long now) {
        Map<String, String> headers =
                Map.of(
                        "x-amz-sns-message-type", envelope.type(),
                        "x-amz-sns-message-id", envelope.messageId(),
                        "x-amz-sns-topic-arn", subscription.topicArn(),
                        "x-amz-sns-subscription-arn", subscription.arn());
        return Delivery.first(
                Delivery.Kind.WEB,
                subscription.endpoint(),
                body(subscription, envelope),
                headers,
                RetrySchedule.SNS_HTTP,
                subscription.deadLetterArn(),
                now);
    }

    private String body(Subscription subscription, Envelope envelope) {
        if (envelope.type().equals("SubscriptionConfirmation")) {
            return envelope.json().toString();
        }
        return envelope.json()
                .deepCopy()
                .put(
                        "UnsubscribeURL",
                        self + "/?Action=Unsubscribe&SubscriptionArn=" + subscription.arn())
                .toString();
    }
}

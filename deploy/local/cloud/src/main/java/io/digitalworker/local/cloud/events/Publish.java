package io.digitalworker.local.cloud.events;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/** Publish: answered once the deliveries to all subscribers are durable. */
final class Publish {
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_SUBJECT = 100;

    private final Topics topics;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Clock clock;
    private final FilterPolicies filters = new FilterPolicies();

    Publish(Topics topics, Outbox outbox, Envelopes envelopes, Clock clock) {
        this.topics = topics;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** The MessageId. */
    String call(QueryForm form) {
        form.allow("Publish", "TopicArn", "Subject", "Message", "MessageAttributes.");
        String topic = topics.require(form.required("TopicArn"));
        String message = message(form);
        MessageAttributes attributes = MessageAttributes.of(form);
        Envelope envelope = envelopes.notification(topic, subject(form), message, attributes);
        List<Delivery> deliveries =
                topics.of(topic).stream()
                        .filter(Subscription::confirmed)
                        .filter(subscription -> filters.accept(subscription, attributes))
                        .map(subscription -> delivery(subscription, envelope))
                        .toList();
        outbox.send(() -> deliveries);
        return envelope.messageId();
    }

    private static String message(QueryForm form) {
        String message = form.get("Message");
        if (message == null || message.isEmpty()) {
            throw Sns.invalid("Empty message");
        }
        if (message.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Sns.invalid("Message too long");
        }
        return message;
    }

    private static @org.jspecify.annotations.Nullable String subject(QueryForm form) {
        String subject = form.get("Subject");
        if (subject != null && (subject.isEmpty() || subject.length() > MAX_SUBJECT)) {
            throw Sns.invalid("Subject");
        }
        return subject;
    }

    private Delivery delivery(Subscription subscription, Envelope envelope) {
        return subscription.protocol().equals("sqs")
                ? envelopes.toQueue(subscription, envelope, clock.millis())
                : envelopes.toWeb(subscription, envelope, clock.millis());
    }
}

package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SNS: topics and subscriptions; publishing is in {@link Publish}. */
final class Sns {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private static final Set<Map.Entry<String, String>> STANDARD =
            Set.of(
                    Map.entry("RawMessageDelivery", "false"),
                    Map.entry("FilterPolicyScope", "MessageAttributes"));

    private final Topics topics;
    private final Outbox outbox;
    private final Envelopes envelopes;
    private final Publish publish;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Sns(
            Topics topics,
            Outbox outbox,
            Envelopes envelopes,
            Publish publish,
            Clock clock,
            Supplier<UUID> ids) {
        this.topics = topics;
        this.outbox = outbox;
        this.envelopes = envelopes;
        this.publish = publish;
        this.clock = clock;
        this.ids = ids;
    }

    /** The inside of the operation's result element. */
    String call(String action, QueryForm form) {
        return switch (action) {
            case "CreateTopic" -> createTopic(form);
            case "GetTopicAttributes" -> topicAttributes(form);
            case "Subscribe" -> subscribe(form);
            case "ConfirmSubscription" -> confirm(form);
            case "Unsubscribe" -> unsubscribe(form);
            case "ListSubscriptionsByTopic" -> list(form);
            case "Publish" -> Xml.element("MessageId", publish.call(form));
            default -> throw AwsFault.notImplemented(action);
        };
    }

    static AwsFault invalid(String message) {
        return new AwsFault(400, "InvalidParameter", "Invalid parameter: " + message);
    }

    private String createTopic(QueryForm form) {
        form.allow("CreateTopic", "Name", "Tags.");
        String name = form.required("Name");
        if (!NAME.matcher(name).matches()) {
            throw invalid("Topic Name");
        }
        return Xml.element("TopicArn", topics.create(name));
    }

    private String topicAttributes(QueryForm form) {
        form.allow("GetTopicAttributes", "TopicArn");
        String arn = topics.require(form.required("TopicArn"));
        long confirmed = topics.of(arn).stream().filter(Subscription::confirmed).count();
        long pending = topics.of(arn).size() - confirmed;
        StringBuilder entries = new StringBuilder();
        Map.of(
                        "TopicArn",
                        arn,
                        "Owner",
                        Account.ID,
                        "DisplayName",
                        "",
                        "SubscriptionsConfirmed",
                        String.valueOf(confirmed),
                        "SubscriptionsPending",
                        String.valueOf(pending),
                        "SignatureVersion",
                        "2")
                .forEach(
                        (key, value) ->
                                entries.append(
                                        "<entry>"
                                                + Xml.element("key", key)
                                                + Xml.element("value", value)
                                                + "</entry>"));
        return "<Attributes>" + entries + "</Attributes>";
    }

    private String subscribe(QueryForm form) {
        form.allow(
                "Subscribe",
                "TopicArn",
                "Protocol",
                "Endpoint",
                "ReturnSubscriptionArn",
                "Attributes.");
        String topic = topics.require(form.required("TopicArn"));
        String protocol = form.required("Protocol");
        String endpoint = form.required("Endpoint");
        requireEndpoint(protocol, endpoint);
        Subscription subscription =
                topics.find(topic, protocol, endpoint)
                        .orElseGet(() -> create(form, topic, protocol, endpoint));
        boolean told = subscription.confirmed() || "true".equals(form.get("ReturnSubscriptionArn"));
        return Xml.element("SubscriptionArn", told ? subscription.arn() : "pending confirmation");
    }

    private static void requireEndpoint(String protocol, String endpoint) {
        if (!Set.of("sqs", "http", "https").contains(protocol)) {
            throw AwsFault.notImplemented("Protocol " + protocol);
        }
        boolean fits =
                protocol.equals("sqs")
                        ? endpoint.startsWith("arn:aws:sqs:")
                        : endpoint.startsWith(protocol + "://");
        if (!fits) {
            throw invalid("Endpoint must match the specified protocol");
        }
    }

    private Subscription create(QueryForm form, String topic, String protocol, String endpoint) {
        boolean queue = protocol.equals("sqs");
        Map<String, String> attributes = form.entries("Attributes.entry.", ".key", ".value");
        refuseUnknown(attributes);
        Subscription subscription =
                new Subscription(
                        topic + ":" + ids.get(),
                        topic,
                        protocol,
                        endpoint,
                        ids.get().toString().replace("-", "")
                                + ids.get().toString().replace("-", ""),
                        queue,
                        filterPolicy(attributes.get("FilterPolicy")),
                        deadLetterArn(attributes.get("RedrivePolicy")));
        outbox.send(
                () -> {
                    topics.put(subscription);
                    return queue ? List.of() : List.of(confirmation(subscription));
                });
        return subscription;
    }

    private static void refuseUnknown(Map<String, String> attributes) {
        attributes.forEach(
                (name, value) -> {
                    boolean known = Set.of("FilterPolicy", "RedrivePolicy").contains(name);
                    boolean standard = STANDARD.contains(Map.entry(name, value));
                    if (!known && !standard) {
                        throw AwsFault.notImplemented(
                                "Subscription attribute " + name + "=" + value);
                    }
                });
    }

    private static @Nullable String filterPolicy(@Nullable String policy) {
        if (policy != null) {
            FilterPolicies.requireValid(policy);
        }
        return policy;
    }

    private static @Nullable String deadLetterArn(@Nullable String redrivePolicy) {
        if (redrivePolicy == null) {
            return null;
        }
        JsonNode policy = Json.tryRead(redrivePolicy);
        String arn = policy == null ? null : Json.text(policy, "deadLetterTargetArn");
        if (arn == null) {
            throw invalid("RedrivePolicy: deadLetterTargetArn is missing");
        }
        return arn;
    }

    private Delivery confirmation(Subscription subscription) {
        Envelope envelope = envelopes.confirmation(subscription);
        return envelopes.toWeb(subscription, envelope, clock.millis());
    }

    private String confirm(QueryForm form) {
        form.allow("ConfirmSubscription", "TopicArn", "Token", "AuthenticateOnUnsubscribe");
        String token = form.required("Token");
        Subscription subscription =
                topics.of(topics.require(form.required("TopicArn"))).stream()
                        .filter(each -> each.token().equals(token))
                        .findFirst()
                        .orElseThrow(() -> invalid("Token"));
        topics.save(subscription.confirm());
        return Xml.element("SubscriptionArn", subscription.arn());
    }

    private String unsubscribe(QueryForm form) {
        form.allow("Unsubscribe", "SubscriptionArn");
        topics.remove(form.required("SubscriptionArn"));
        return "";
    }

    private String list(QueryForm form) {
        form.allow("ListSubscriptionsByTopic", "TopicArn");
        Stream<Subscription> all = topics.of(topics.require(form.required("TopicArn"))).stream();
        StringBuilder members = new StringBuilder();
        all.forEach(each -> members.append(member(each)));
        return "<Subscriptions>" + members + "</Subscriptions>";
    }

    private static String member(Subscription subscription) {
        String arn = subscription.confirmed() ? subscription.arn() : "PendingConfirmation";
        return "<member>"
                + Xml.element("TopicArn", subscription.topicArn())
                + Xml.element("Protocol", subscription.protocol())
                + Xml.element("SubscriptionArn", arn)
                + Xml.element("Owner", Account.ID)
                + Xml.element("Endpoint", subscription.endpoint())
                + "</member>";
    }
}

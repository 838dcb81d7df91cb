package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.http.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SnsTest {
    private EventsFixture cloud;
    private WebReceiver web;
    private String topic;

    @BeforeEach
    void topic(@TempDir Path directory) throws IOException {
        cloud = new EventsFixture(directory);
        web = new WebReceiver();
        topic = text(cloud.sns("CreateTopic", "Name", "jobs"), "TopicArn");
    }

    @AfterEach
    void end() {
        cloud.close();
        web.close();
    }

    private static String text(String xml, String element) {
        return xml.replaceFirst("(?s).*<" + element + ">(.*?)</" + element + ">.*", "$1");
    }

    private String subscribe(String protocol, String endpoint, String... more) {
        String[] form = new String[8 + more.length];
        List<String> first =
                List.of(
                        "TopicArn",
                        topic,
                        "Protocol",
                        protocol,
                        "Endpoint",
                        endpoint,
                        "ReturnSubscriptionArn",
                        "true");
        System.arraycopy(first.toArray(), 0, form, 0, 8);
        System.arraycopy(more, 0, form, 8, more.length);
        return text(cloud.sns("Subscribe", form), "SubscriptionArn");
    }

    private String publish(String... more) {
        String[] form = new String[4 + more.length];
        System.arraycopy(new String[] {"TopicArn", topic, "Message", "m"}, 0, form, 0, 4);
        System.arraycopy(more, 0, form, 4, more.length);
        return text(cloud.sns("Publish", form), "MessageId");
    }

    private static String[] attribute(String name, String type, String value) {
        return new String[] {
            "MessageAttributes.entry.1.Name", name,
            "MessageAttributes.entry.1.Value.DataType", type,
            "MessageAttributes.entry.1.Value.StringValue", value
        };
    }

    private JsonNode notification(int index) {
        String body = cloud.sent(index + 1).get(index).path("MessageBody").asText();
        return Json.readObject(EventsFixture.bytes(body));
    }

    @Test
    void aQueueGetsNotificationsSignedByThePublishedCertificate() throws Exception {
        subscribe("sqs", EventsFixture.queue("inbox"));

        String id = publish("Subject", "News");

        JsonNode got = notification(0);
        assertThat(got.path("MessageId").asText()).isEqualTo(id);
        assertThat(got.path("Timestamp").asText()).isEqualTo("2026-01-02T03:04:05.678Z");
        String signed =
                "Message\nm\nMessageId\n%s\nSubject\nNews\nTimestamp\n%s\nTopicArn\n%s\nType\nNotification\n"
                        .formatted(id, got.path("Timestamp").asText(), topic);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate());
        signature.update(EventsFixture.bytes(signed));
        assertThat(signature.verify(Base64.getDecoder().decode(got.path("Signature").asText())))
                .isTrue();
    }

    private X509Certificate certificate() throws Exception {
        byte[] pem = EventsFixture.bytes(cloud.events().signingCertificate());
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem));
    }

    @Test
    void aWebAddressGetsNothingBeforeItHasConfirmed() {
        subscribe("http", web.url());
        publish();
        await().until(() -> web.received.size() == 1);
        JsonNode asked = web.received.get(0).body();
        assertThat(asked.path("Type").asText()).isEqualTo("SubscriptionConfirmation");
        assertThat(cloud.sns("ListSubscriptionsByTopic", "TopicArn", topic))
                .contains("PendingConfirmation");

        cloud.sns("ConfirmSubscription", "TopicArn", topic, "Token", asked.path("Token").asText());
        cloud.restart();
        publish();

        await().until(() -> web.received.size() == 2);
        assertThat(web.received.get(1).headers().get("X-amz-sns-topic-arn")).containsExactly(topic);
        assertThat(cloud.sns("GetTopicAttributes", "TopicArn", topic))
                .contains("<key>SubscriptionsConfirmed</key><value>1</value>");
    }

    @Test
    void filterPoliciesSeeTextsNumbersAndLists() {
        String policy = "{\"kind\": [\"a\", {\"numeric\": [\">\", 5]}]}";
        subscribe(
                "sqs",
                EventsFixture.queue("inbox"),
                "Attributes.entry.1.key",
                "FilterPolicy",
                "Attributes.entry.1.value",
                policy);

        publish();
        publish(attribute("kind", "String", "b"));
        publish(attribute("kind", "Number", "5"));
        String text = publish(attribute("kind", "String", "a"));
        String number = publish(attribute("kind", "Number", "6"));
        String list = publish(attribute("kind", "String.Array", "[\"x\", \"a\"]"));

        await().until(() -> cloud.sqs.received.size() == 3);
        assertThat(List.of(0, 1, 2))
                .extracting(i -> notification(i).path("MessageId").asText())
                .containsExactlyInAnyOrder(text, number, list);
    }

    @Test
    void anUnsubscribedQueueGetsNothing() {
        String arn = subscribe("sqs", EventsFixture.queue("inbox"));
        assertThat(subscribe("sqs", EventsFixture.queue("inbox"))).as("twice").isEqualTo(arn);

        cloud.sns("Unsubscribe", "SubscriptionArn", arn);
        publish();

        assertThat(cloud.events().pendingDeliveries()).isZero();
    }

    @Test
    void whatAWebAddressRefusesGoesToTheDeadLetterQueue() {
        web.status.set(410);
        subscribe(
                "http",
                web.url(),
                "Attributes.entry.1.key",
                "RedrivePolicy",
                "Attributes.entry.1.value",
                "{\"deadLetterTargetArn\": \"" + EventsFixture.queue("letters") + "\"}");

        JsonNode letter = cloud.sent(1).get(0);

        assertThat(letter.path("QueueUrl").asText()).endsWith("/letters");
        assertThat(letter.at("/MessageAttributes/ERROR_CODE/StringValue").asText())
                .isEqualTo("HTTP_410");
    }

    @Test
    void refusesByName() {
        assertThat(refusal("CreateTopic", "Name", "a b")).isEqualTo("InvalidParameter");
        assertThat(refusal("CreateTopic")).isEqualTo("InvalidParameter");
        assertThat(refusal("ListTopics")).isEqualTo("UnknownOperationException");
        assertThat(refusal("Publish", "TopicArn", topic + "x", "Message", "m"))
                .isEqualTo("NotFound");
        assertThat(refusal("Publish", "TopicArn", topic)).isEqualTo("InvalidParameter");
        assertThat(refusal("Publish", "TopicArn", topic, "PhoneNumber", "1"))
                .isEqualTo("UnknownOperationException");
        assertThat(refusal("Publish", "TopicArn", topic, "Message", "x".repeat(262_145)))
                .isEqualTo("InvalidParameter");
        assertThat(EventsFixture.refusal(() -> publish("Subject", "s".repeat(101))))
                .isEqualTo("InvalidParameter");
        assertThat(EventsFixture.refusal(() -> publish(attribute("a", "String", ""))))
                .isEqualTo("ParameterValueInvalid");
        assertThat(EventsFixture.refusal(() -> publish(attribute("a", "Binary", "AA=="))))
                .isEqualTo("UnknownOperationException");
        assertThat(refusal("ConfirmSubscription", "TopicArn", topic, "Token", "wrong"))
                .isEqualTo("InvalidParameter");
    }

    @Test
    void refusesSubscriptionsThatItCannotServe() {
        String queue = EventsFixture.queue("inbox");
        assertThat(EventsFixture.refusal(() -> subscribe("email", "a@b.c")))
                .isEqualTo("UnknownOperationException");
        assertThat(EventsFixture.refusal(() -> subscribe("https", "http://x")))
                .isEqualTo("InvalidParameter");
        assertThat(unusable(queue, "RawMessageDelivery", "true"))
                .isEqualTo("UnknownOperationException");
        assertThat(unusable(queue, "FilterPolicy", "{")).isEqualTo("InvalidParameter");
        assertThat(unusable(queue, "RedrivePolicy", "{}")).isEqualTo("InvalidParameter");
    }

    private String unusable(String queue, String attribute, String value) {
        return EventsFixture.refusal(
                () ->
                        subscribe(
                                "sqs",
                                queue,
                                "Attributes.entry.1.key",
                                attribute,
                                "Attributes.entry.1.value",
                                value));
    }

    private String refusal(String action, String... form) {
        return EventsFixture.refusal(() -> cloud.sns(action, form));
    }
}

package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.TestCloud;
import io.digitalworker.local.cloud.http.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What AWS documents of each SNS operation, said by AWS's client. */
class SnsIT {
    private final SnsClient sns = TestCloud.sns();
    private final SqsClient sqs = TestCloud.sqs();
    private final String name = "t-" + UUID.randomUUID();
    private final String topic = sns.createTopic(r -> r.name(name)).topicArn();

    private String queue() {
        sqs.createQueue(r -> r.queueName(name));
        return Account.arn("sqs", name);
    }

    private List<JsonNode> received(int count) {
        String url = sqs.getQueueUrl(r -> r.queueName(name)).queueUrl();
        List<JsonNode> all = new ArrayList<>();
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(1))
                                    .messages()
                                    .forEach(m -> all.add(Json.tryRead(m.body())));
                            return all.size() >= count;
                        });
        return all;
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    private static X509Certificate certificate(JsonNode message) throws Exception {
        try (InputStream pem =
                URI.create(message.path("SigningCertURL").asText()).toURL().openStream()) {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.readAllBytes()));
        }
    }

    private static void requireSigned(JsonNode message, String... members) throws Exception {
        StringBuilder signed = new StringBuilder();
        for (String member : members) {
            signed.append(member).append('\n').append(message.path(member).asText()).append('\n');
        }
        X509Certificate certificate = certificate(message);
        certificate.checkValidity();
        certificate.verify(certificate.getPublicKey());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(certificate);
        signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
        byte[] given = Base64.getDecoder().decode(message.path("Signature").asText());
        assertThat(signature.verify(given)).as("the signature of " + message).isTrue();
    }

    @Test
    void aQueueIsSubscribedAtOnceAndGetsSignedNotifications() throws Exception {
        String arn =
                sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(queue()))
                        .subscriptionArn();
        assertThat(arn).startsWith(topic + ":");
        String id =
                sns.publish(
                                r ->
                                        r.topicArn(topic)
                                                .subject("Sub & ject")
                                                .message("{\"a\":\"ä <b>\"}")
                                                .messageAttributes(
                                                        Map.of("status", text("Succeeded"))))
                        .messageId();
        JsonNode got = received(1).get(0);
        assertThat(got.path("Type").asText()).isEqualTo("Notification");
        assertThat(got.path("MessageId").asText()).isEqualTo(id);
        assertThat(got.path("Message").asText()).isEqualTo("{\"a\":\"ä <b>\"}");
        assertThat(got.path("MessageAttributes").path("status").path("Value").asText())
                .isEqualTo("Succeeded");
        assertThat(got.path("SignatureVersion").asText()).isEqualTo("2");
        requireSigned(got, "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    }

    @Test
    void aWebAddressGetsNothingBeforeItHasConfirmed() throws Exception {
        try (WebReceiver web = new WebReceiver()) {
            assertThat(
                            sns.subscribe(
                                            r ->
                                                    r.topicArn(topic)
                                                            .protocol("http")
                                                            .endpoint(web.url()))
                                    .subscriptionArn())
                    .isEqualTo("pending confirmation");
            sns.publish(r -> r.topicArn(topic).message("too early"));
            await().until(() -> !web.received.isEmpty());
            WebReceiver.Request asked = web.received.get(0);
            assertThat(asked.headers().get("X-amz-sns-message-type"))
                    .containsExactly("SubscriptionConfirmation");
            requireSigned(
                    asked.body(),
                    "Message",
                    "MessageId",
                    "SubscribeURL",
                    "Timestamp",
                    "Token",
                    "TopicArn",
                    "Type");
            assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
                    .containsEntry("SubscriptionsPending", "1");
            URI.create(asked.body().path("SubscribeURL").asText()).toURL().openStream().close();
            sns.publish(r -> r.topicArn(topic).message("now"));
            await().until(() -> web.received.size() > 1);
            assertThat(web.received.get(1).body().path("Message").asText()).isEqualTo("now");
            assertThat(web.received.get(1).headers().get("X-amz-sns-topic-arn"))
                    .containsExactly(topic);
            URI.create(web.received.get(1).body().path("UnsubscribeURL").asText())
                    .toURL()
                    .openStream()
                    .close();
            assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                    .isEmpty();
        }
    }

    @Test
    void triesAWebAddressAgainAfterAServerErrorAndNotAfterARefusal() throws Exception {
        queue();
        try (WebReceiver web = new WebReceiver()) {
            sns.subscribe(
                    r ->
                            r.topicArn(topic)
                                    .protocol("http")
                                    .endpoint(web.url())
                                    .attributes(
                                            Map.of(
                                                    "RedrivePolicy",
                                                    "{\"deadLetterTargetArn\":\""
                                                            + Account.arn("sqs", name)
                                                            + "\"}")));
            await().until(() -> !web.received.isEmpty());
            String token = web.received.get(0).body().path("Token").asText();
            sns.confirmSubscription(r -> r.topicArn(topic).token(token));
            web.status.set(503);
            sns.publish(r -> r.topicArn(topic).message("again"));
            await().until(() -> web.received.size() >= 3);
            web.status.set(200);
            web.status.set(404);
            await().atMost(Duration.ofSeconds(15)).until(() -> !received(1).isEmpty());
        }
    }

    @Test
    void subscriptionGetsOnlyWhatItsFilterPolicyAsksFor() {
        sns.subscribe(
                r ->
                        r.topicArn(topic)
                                .protocol("sqs")
                                .endpoint(queue())
                                .attributes(
                                        Map.of(
                                                "FilterPolicy",
                                                "{\"status\":[\"Failed\"],\"n\":[{\"numeric\":[\">\",3]}]}")));
        sns.publish(
                r ->
                        r.topicArn(topic)
                                .message("no")
                                .messageAttributes(Map.of("status", text("Succeeded"))));
        sns.publish(r -> r.topicArn(topic).message("none"));
        sns.publish(
                r ->
                        r.topicArn(topic)
                                .message("yes")
                                .messageAttributes(
                                        Map.of(
                                                "status",
                                                text("Failed"),
                                                "n",
                                                MessageAttributeValue.builder()
                                                        .dataType("Number")
                                                        .stringValue("4")
                                                        .build())));
        assertThat(received(1)).extracting(m -> m.path("Message").asText()).containsExactly("yes");
    }

    @Test
    void sameSubscriptionTwiceIsOne() {
        String endpoint = queue();
        String first =
                sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(endpoint))
                        .subscriptionArn();
        assertThat(
                        sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(endpoint))
                                .subscriptionArn())
                .isEqualTo(first);
        assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                .extracting(s -> s.subscriptionArn())
                .containsExactly(first);
        sns.unsubscribe(r -> r.subscriptionArn(first));
        assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
                .containsEntry("SubscriptionsConfirmed", "0");
    }

    @Test
    void refusesUnknownTopicsBadParametersAndWhatItDoesNotImplement() {
        assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic + "x").message("m")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> sns.publish(r -> r.topicArn(topic).message("")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(
                        () ->
                                sns.publish(
                                        r -> r.topicArn(topic).message("m".repeat(256 * 1024 + 1))))
                .hasMessageContaining("Message too long");
        assertThatThrownBy(() -> sns.confirmSubscription(r -> r.topicArn(topic).token("wrong")))
                .isInstanceOf(InvalidParameterException.class);
        assertThatThrownBy(
                        () ->
                                sns.subscribe(
                                        r ->
                                                r.topicArn(topic)
                                                        .protocol("email")
                                                        .endpoint("a@example.org")))
                .hasMessageContaining("Protocol email is not implemented");
        assertThatThrownBy(
                        () ->
                                sns.subscribe(
                                        r ->
                                                r.topicArn(topic)
                                                        .protocol("sqs")
                                                        .endpoint(queue())
                                                        .attributes(
                                                                Map.of(
                                                                        "RawMessageDelivery",
                                                                        "true"))))
                .hasMessageContaining("RawMessageDelivery=true is not implemented");
        assertThatThrownBy(() -> sns.listTopics())
                .hasMessageContaining("ListTopics is not implemented by the embedded cloud");
        assertThatThrownBy(
                        () ->
                                sns.publish(
                                        r ->
                                                r.topicArn(topic)
                                                        .message("m")
                                                        .messageStructure("json")))
                .hasMessageContaining("MessageStructure of Publish is not implemented");
    }
}

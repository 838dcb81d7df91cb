package io.digitalworker.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.WebhookSecret;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewBatch;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Published;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.notifier.delivery.AttemptDelivery;
import io.digitalworker.notifier.delivery.DeliveryKey;
import io.digitalworker.notifier.topic.TopicConfig;
import io.digitalworker.notifier.webhook.Receiver;
import io.digitalworker.runtime.TransientFaults;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

/** The notifier between real queues, ledger, bucket and topic; indexes lag, transactions conflict. */
@QuarkusTest
@QuarkusTestResource(
        value = EmbeddedCloudResource.class,
        initArgs =
                @ResourceArg(
                        name = "arguments",
                        value = "--index-lag-ms 500 --conflict-percent 2 --seed 7"))
@QuarkusTestResource(QuickDeliveries.class)
class NotifierQuarkusTest {
    private static final String BUCKET = "digital-worker-input";
    private static final String OWNER = "none:local";
    private static final String HASH = "0".repeat(64);

    @Inject JobLedger ledger;
    @Inject Batches batches;
    @Inject Deliveries deliveries;
    @Inject S3Client s3;
    @Inject SnsClient sns;
    @Inject SqsClient sqs;
    @Inject TopicConfig topic;
    @Inject Outage outage;
    @Inject AttemptDelivery attempt;

    private final ObjectMapper json = new ObjectMapper();
    private final TopicSubscriber subscriber = new TopicSubscriber();
    private final Receiver receiver = new Receiver(Receiver.status(204));

    @BeforeEach
    void subscribe() throws Exception {
        subscriber.subscribe(sns, topic.arn());
    }

    @AfterEach
    void close() {
        subscriber.close();
        receiver.close();
    }

    @Test
    void tellsTopicAndWebhookOnceEachHoweverOftenTheMessageComes() throws Exception {
        String jobId = submitted(receiver.address().toString());
        StoredEvent event = succeed(jobId);
        String secret =
                WebhookSecret.of(WebhookSecret.masterKey(QuickDeliveries.MASTER_KEY), OWNER, 1);

        deliverAgain(event);
        deliverAgain(event);
        deliverAgain(event);

        await("both told, and not twice")
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> calls(jobId).size() == 1 && subscriber.about(jobId).size() == 1);
        Receiver.Call call = calls(jobId).get(0);
        call.verify(secret);
        assertThat(call.headers()).containsEntry("webhook-id", event.event().eventId());
        assertThat(json.readTree(call.body()).path("type").asText()).isEqualTo("JobSucceeded");
        Announced.assertWebhook("JobSucceededWebhook", call);
        JsonNode notification = subscriber.about(jobId).get(0);
        assertThat(attribute(notification, "eventId")).isEqualTo(event.event().eventId());
        assertThat(attribute(notification, "status")).isEqualTo("Succeeded");
        assertThat(json.readTree(notification.path("Message").asText()).path("url").asText())
                .endsWith("/v1/job-status/" + jobId);
        Announced.assertTopic(notification);
        assertThat(states(jobId)).containsExactly("sns delivered 1", "webhook delivered 1");
    }

    @Test
    void tellsAFailureToTheTopicAloneWhereThereIsNoCallback() throws Exception {
        String jobId = submitted(null);
        StoredEvent event = fail(jobId);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).equals(List.of("sns delivered 1")));

        JsonNode message = json.readTree(subscriber.about(jobId).get(0).path("Message").asText());
        assertThat(message.path("status").asText()).isEqualTo("Failed");
        assertThat(message.path("errorMessage").asText())
                .isEqualTo(ErrorCode.ARCHIVE_DAMAGED.message());
        assertThat(event.event().jobId()).isEqualTo(jobId);
        Announced.assertTopic(subscriber.about(jobId).get(0));
    }

    @Test
    void triesAWebhookAgainWithTheSameId() {
        receiver.answer(Receiver.status(500));
        String jobId = submitted(receiver.address().toString());
        StoredEvent event = succeed(jobId);
        await().atMost(Duration.ofSeconds(20)).until(() -> calls(jobId).size() == 1);

        receiver.answer(Receiver.status(200));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).contains("webhook delivered 2"));
        assertThat(calls(jobId))
                .extracting(call -> call.headers().get("webhook-id"))
                .containsExactly(event.event().eventId(), event.event().eventId());
        assertThat(subscriber.about(jobId)).as("the topic had its message before").hasSize(1);
    }

    @Test
    void stopsAtGone() {
        receiver.answer(Receiver.status(410));
        String jobId = submitted(receiver.address().toString());
        succeed(jobId);

        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).contains("webhook undelivered 1"));
        assertThat(calls(jobId)).hasSize(1);
    }

    @Test
    void givesUpAfterTheLastAttemptAndSaysSo() {
        receiver.answer(Receiver.status(503));
        String jobId = submitted(receiver.address().toString());
        succeed(jobId);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).contains("webhook undelivered 3"));
        assertThat(calls(jobId)).hasSize(3);
        assertThat(states(jobId)).contains("sns delivered 1");
    }

    @Test
    void givesUpAWebhookWhoseAddressIsDeleted() {
        String jobId = submitted(receiver.address().toString());
        s3.deleteObject(r -> r.bucket(BUCKET).key(jobId + "/options.json"));
        succeed(jobId);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).contains("webhook undelivered 1"));
        assertThat(calls(jobId)).isEmpty();
    }

    @Test
    void tellsTheCallbackOfABatchThatItIsCompleted() throws Exception {
        String batchId = UUID.randomUUID().toString();
        Batch batch = batch(batchId, receiver.address().toString());

        batches.complete(batch, 2, 1);
        batches.complete(batch, 3, 0);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(batchId).equals(List.of("webhook delivered 1")));
        Receiver.Call call = calls(batchId).get(0);
        call.verify(
                WebhookSecret.of(WebhookSecret.masterKey(QuickDeliveries.MASTER_KEY), OWNER, 1));
        JsonNode body = json.readTree(call.body());
        assertThat(body.path("type").asText()).isEqualTo("BatchCompleted");
        assertThat(body.path("batchId").asText()).isEqualTo(batchId);
        assertThat(body.path("succeeded").asInt()).isEqualTo(2);
        assertThat(body.path("failed").asInt()).isEqualTo(1);
        Announced.assertWebhook("BatchCompletedWebhook", call);
        assertThat(subscriber.about(batchId)).as("the topic tells of jobs alone").isEmpty();
    }

    private Batch batch(String batchId, String callbackUrl) {
        String key = batchId + "/options.json";
        byte[] options =
                ("{\"callbackUrl\":\"" + callbackUrl + "\"}").getBytes(StandardCharsets.UTF_8);
        s3.putObject(p -> p.bucket(BUCKET).key(key), RequestBody.fromBytes(options));
        return batches.submit(
                new NewBatch(
                        batchId,
                        OWNER,
                        new ObjectRef(BUCKET, batchId + "/batch.json", HASH, 1),
                        new ObjectRef(BUCKET, key, HASH, options.length),
                        true,
                        "request-1",
                        null,
                        List.of(new Batch.Entry("job-of-" + batchId, "Loyalty"))),
                null);
    }

    @Test
    void takesUpADeliveryThatWasOnlyNoted() {
        String jobId = submitted(receiver.address().toString());
        StoredEvent submission = ledger.events(jobId).get(0);

        // the process died between noting and sending; the event here is no end, which has no
        // message
        deliveries.schedule(jobId, "webhook", submission.event().eventId(), 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).equals(List.of("webhook delivered 1")));
        assertThat(calls(jobId)).hasSize(1);
    }

    @Test
    void countsAFaultOfItsOwnAsAnAttempt() {
        String jobId = submitted(null);
        StoredEvent submission = ledger.events(jobId).get(0);

        // a submission has no message for the topic
        deliveries.schedule(jobId, "sns", submission.event().eventId(), 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).equals(List.of("sns undelivered 3")));
    }

    @Test
    void doesNotLoseADeliveryForFaultsOfTheCloudHoweverMany() {
        String jobId = submitted(null);
        outage.lasts(6);

        deliveries.schedule(jobId, outage.name(), ledger.events(jobId).get(0).event().eventId(), 1);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> states(jobId).equals(List.of("outage delivered 7")));
    }

    @Test
    void leavesChannelsAloneThatItDoesNotKnow() {
        String jobId = submitted(null);
        String eventId = ledger.events(jobId).get(0).event().eventId();
        deliveries.schedule(jobId, "pigeon", eventId, 1);

        attempt.of(new DeliveryKey(jobId, "pigeon", eventId));

        assertThat(states(jobId)).containsExactly("pigeon pending 0");
    }

    @Test
    void isHealthyAndAnswersNothingElse() {
        get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
        get("/v1/jobs").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    private String submitted(String callback) {
        String jobId = UUID.randomUUID().toString();
        String options = callback == null ? "{}" : "{\"callbackUrl\":\"" + callback + "\"}";
        // nothing repeats a request that met a connection just closed by the server
        await().ignoreExceptionsMatching(TransientFaults::is)
                .until(
                        () ->
                                s3.putObject(
                                        r -> r.bucket(BUCKET).key(jobId + "/options.json"),
                                        RequestBody.fromString(options)),
                        Objects::nonNull);
        ledger.submit(
                new NewJob(
                        jobId,
                        OWNER,
                        "Loyalty",
                        reference(jobId, "archive.zip", 1),
                        reference(jobId, "descriptor.json", 1),
                        reference(jobId, "options.json", options.length()),
                        null,
                        callback != null,
                        "request-1",
                        null));
        return jobId;
    }

    private static ObjectRef reference(String jobId, String name, long size) {
        return new ObjectRef(BUCKET, jobId + "/" + name, HASH, size);
    }

    private StoredEvent succeed(String jobId) {
        claim(jobId).succeed(new Published(jobId + "/1/", HASH, List.of(), List.of()));
        return last(jobId);
    }

    private StoredEvent fail(String jobId) {
        claim(jobId).fail(JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open"));
        return last(jobId);
    }

    private Claim claim(String jobId) {
        return ((ClaimAttempt.Claimed) ledger.claim(jobId, 1)).claim();
    }

    private StoredEvent last(String jobId) {
        List<StoredEvent> events = ledger.events(jobId);
        return events.get(events.size() - 1);
    }

    private void deliverAgain(StoredEvent event) {
        String envelope =
                "{\"version\":\"0\",\"id\":\"%s\",\"detail-type\":\"%s\",\"source\":\"%s\",\"detail\":%s}"
                        .formatted(
                                UUID.randomUUID(),
                                event.event().detailType(),
                                event.source().onBus(),
                                event.detail());
        String queue = sqs.getQueueUrl(r -> r.queueName("notify")).queueUrl();
        sqs.sendMessage(r -> r.queueUrl(queue).messageBody(envelope));
    }

    private List<Receiver.Call> calls(String jobId) {
        return receiver.calls().stream().filter(call -> call.body().contains(jobId)).toList();
    }

    private List<String> states(String jobId) {
        Stream<Delivery> of = deliveries.of(jobId).stream();
        return of.map(d -> d.channel() + " " + d.state() + " " + d.attempts()).toList();
    }

    private static String attribute(JsonNode notification, String name) {
        return notification.path("MessageAttributes").path(name).path("Value").asText();
    }
}

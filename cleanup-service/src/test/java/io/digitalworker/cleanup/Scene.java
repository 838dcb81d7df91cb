package io.digitalworker.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Published;
import io.digitalworker.ledger.RevisionOf;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.runtime.TransientFaults;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

import static org.awaitility.Awaitility.await;

/** Plays the other services: submits jobs with objects, works on them, sends and takes messages. */
@Singleton
public class Scene {
    public static final String INPUT = "digital-worker-input";
    public static final String OUTPUT = "digital-worker-output";
    private static final String HASH = "0".repeat(64);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JobLedger ledger;
    private final S3Client s3;
    private final SqsClient sqs;

    @Inject
    Scene(JobLedger ledger, S3Client s3, SqsClient sqs) {
        this.ledger = ledger;
        this.s3 = s3;
        this.sqs = sqs;
    }

    /** The same with another ledger. */
    public Scene(JobLedger ledger, Scene other) {
        this(ledger, other.s3, other.sqs);
    }

    /** A submitted job with archive, descriptor and options of 10 bytes each. */
    public String submitted() {
        String jobId = UUID.randomUUID().toString();
        List.of("archive.zip", "descriptor.json", "options.json")
                .forEach(name -> put(INPUT, jobId + "/" + name));
        ledger.submit(
                new NewJob(
                        jobId,
                        "none:local",
                        "Loyalty",
                        reference(jobId, "archive.zip"),
                        reference(jobId, "descriptor.json"),
                        reference(jobId, "options.json"),
                        null,
                        true,
                        "request-1",
                        null));
        return jobId;
    }

    /** A revision of a job, with what is asked of it: 10 bytes of its own. */
    public String revision(String root) {
        String jobId = UUID.randomUUID().toString();
        put(INPUT, jobId + "/revision.json");
        Job base = job(root);
        ledger.submit(
                new NewJob(
                        jobId,
                        base.owner(),
                        base.moduleName(),
                        base.archive(),
                        base.descriptor(),
                        base.options(),
                        null,
                        true,
                        "request-2",
                        null,
                        new RevisionOf(
                                root, root, reference(jobId, "revision.json"), base.deletionAt())));
        return jobId;
    }

    private static ObjectRef reference(String jobId, String name) {
        return new ObjectRef(INPUT, jobId + "/" + name, HASH, 10);
    }

    /** A running job that has written an object of 10 bytes. */
    public Claim claimed(String jobId) {
        put(OUTPUT, jobId + "/work/facts.json");
        return ((ClaimAttempt.Claimed) ledger.claim(jobId, 1)).claim();
    }

    public String succeeded() {
        String jobId = submitted();
        claimed(jobId).succeed(new Published(jobId + "/1/", HASH, List.of(), List.of()));
        return jobId;
    }

    public String refused() {
        String jobId = submitted();
        claimed(jobId).fail(JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open"));
        return jobId;
    }

    public void put(String bucket, String key) {
        // nothing repeats a request that met a connection just closed by the server
        await().ignoreExceptionsMatching(TransientFaults::is)
                .until(
                        () ->
                                s3.putObject(
                                        r -> r.bucket(bucket).key(key),
                                        RequestBody.fromString("0123456789")),
                        Objects::nonNull);
    }

    /** Keys of everything the job has in both buckets. */
    public List<String> objects(String jobId) {
        return Stream.of(INPUT, OUTPUT)
                .flatMap(
                        bucket ->
                                s3
                                        .listObjectsV2(r -> r.bucket(bucket).prefix(jobId))
                                        .contents()
                                        .stream())
                .map(S3Object::key)
                .toList();
    }

    public Job job(String jobId) {
        return ledger.find(jobId).orElseThrow();
    }

    public List<String> history(String jobId) {
        return ledger.events(jobId).stream().map(e -> e.event().detailType()).toList();
    }

    public StoredEvent last(String jobId) {
        List<StoredEvent> events = ledger.events(jobId);
        return events.get(events.size() - 1);
    }

    public static String envelope(StoredEvent event) {
        return "{\"version\":\"0\",\"id\":\"%s\",\"detail-type\":\"%s\",\"source\":\"%s\",\"detail\":%s}"
                .formatted(
                        UUID.randomUUID(),
                        event.event().detailType(),
                        event.source().onBus(),
                        event.detail());
    }

    public String send(String queue, String body) {
        return sqs.sendMessage(r -> r.queueUrl(url(queue)).messageBody(body)).messageId();
    }

    /** Waits for the job's next message in a queue, takes it, and gives its {@code detail}. */
    public JsonNode take(String queue, String jobId) {
        return take(queue, jobId, () -> {});
    }

    /** The same, doing something before each look. */
    public JsonNode take(String queue, String jobId, Runnable before) {
        return await("a message of the job in " + queue)
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> {
                            before.run();
                            return next(queue, jobId);
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonNode> next(String queue, String jobId) {
        for (Message message : receive(queue, 20)) {
            sqs.deleteMessage(r -> r.queueUrl(url(queue)).receiptHandle(message.receiptHandle()));
            JsonNode detail = read(message.body()).path("detail");
            if (detail.path("jobId").asText().equals(jobId)) {
                return Optional.of(detail);
            }
        }
        return Optional.empty();
    }

    /** Receives the job's message and lets it fall, until the queue has given it up. */
    public void giveUp(String queue, String jobId) {
        await("a message of the job in " + queue)
                .atMost(Duration.ofSeconds(15))
                .until(() -> receive(queue, 0).stream().anyMatch(m -> m.body().contains(jobId)));
        for (int i = 0; i < 6; i++) {
            receive(queue, 0);
        }
    }

    private List<Message> receive(String queue, int visibility) {
        return sqs.receiveMessage(
                        r ->
                                r.queueUrl(url(queue))
                                        .maxNumberOfMessages(10)
                                        .visibilityTimeout(visibility))
                .messages();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.digitalworker.local.system;

import io.digitalworker.local.process.CloudEndpoints;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.awaitility.Awaitility.await;

/** What anyone with access to the account sees: tables, buckets, queues. Uses no class of the services. */
final class OutsideView implements AutoCloseable {
    static final String TABLE = "DigitalWorkerJobs";
    static final List<String> BUCKETS = List.of("digital-worker-input", "digital-worker-output");
    static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:DigitalWorkerEvents";

    private final DynamoDbClient table;
    private final S3Client objects;
    private final SqsClient queues;
    private final SnsClient topics;

    OutsideView(CloudEndpoints cloud) {
        table = client(DynamoDbClient.builder(), cloud.dynamodb());
        objects = client(S3Client.builder().forcePathStyle(true), cloud.s3());
        queues = client(SqsClient.builder(), cloud.sqs());
        topics = client(SnsClient.builder(), cloud.events());
    }

    void subscribe(URI receiver) {
        topics.subscribe(s -> s.topicArn(TOPIC).protocol("http").endpoint(receiver.toString()));
    }

    boolean isSubscribed(URI receiver) {
        return topics.listSubscriptionsByTopic(l -> l.topicArn(TOPIC)).subscriptions().stream()
                .anyMatch(
                        s ->
                                s.endpoint().equals(receiver.toString())
                                        && s.subscriptionArn().startsWith("arn:"));
    }

    /** Turns models on or off as docs/adr/0016 has an operator do it. */
    void switchModel(String state) {
        table.putItem(
                p ->
                        p.tableName(TABLE)
                                .item(
                                        Map.of(
                                                "JobId", AttributeValue.fromS("switch#model"),
                                                "Metadata", AttributeValue.fromS("switch"),
                                                "State", AttributeValue.fromS(state))));
    }

    /** Every item of the ledger. */
    List<Map<String, AttributeValue>> ledger() {
        return table.scanPaginator(s -> s.tableName(TABLE)).items().stream().toList();
    }

    Map<String, AttributeValue> job(String jobId) {
        return table.getItem(
                        g ->
                                g.tableName(TABLE)
                                        .consistentRead(true)
                                        .key(
                                                Map.of(
                                                        "JobId", AttributeValue.fromS(jobId),
                                                        "Metadata", AttributeValue.fromS("job"))))
                .item();
    }

    /** The job's items whose sort key begins so, in their order. */
    List<Map<String, AttributeValue>> items(String jobId, String prefix) {
        return table
                .queryPaginator(
                        q ->
                                q.tableName(TABLE)
                                        .consistentRead(true)
                                        .keyConditionExpression(
                                                "JobId = :j AND begins_with(Metadata, :p)")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":j", AttributeValue.fromS(jobId),
                                                        ":p", AttributeValue.fromS(prefix))))
                .items()
                .stream()
                .toList();
    }

    /** The names of the events in the job's history. */
    List<String> history(String jobId) {
        return items(jobId, "event#").stream().map(i -> i.get("DetailType").s()).toList();
    }

    /** Keys in both buckets, as {@code bucket/key}. */
    List<String> objectKeys() {
        List<String> keys = new ArrayList<>();
        for (String bucket : BUCKETS) {
            objects.listObjectsV2Paginator(l -> l.bucket(bucket))
                    .contents()
                    .forEach(o -> keys.add(bucket + "/" + o.key()));
        }
        return keys;
    }

    /** SHA-256 of each object under a prefix of the output bucket, by its name below it. */
    Map<String, String> hashes(String prefix) {
        Map<String, String> hashes = new TreeMap<>();
        objects.listObjectsV2Paginator(l -> l.bucket(BUCKETS.get(1)).prefix(prefix))
                .contents()
                .forEach(o -> hashes.put(o.key().substring(prefix.length()), sha256(o.key())));
        return hashes;
    }

    /** An object by its bucket and key, as in {@link #objectKeys}. */
    byte[] object(String path) {
        int slash = path.indexOf('/');
        String bucket = path.substring(0, slash);
        String key = path.substring(slash + 1);
        return objects.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asByteArray();
    }

    byte[] output(String key) {
        return objects.getObjectAsBytes(g -> g.bucket(BUCKETS.get(1)).key(key)).asByteArray();
    }

    /** The next message of a queue with its attributes, once there is one. */
    Message received(String queue, Duration patience) {
        String url = queues.getQueueUrl(g -> g.queueName(queue)).queueUrl();
        return await().atMost(patience)
                .until(
                        () ->
                                queues
                                        .receiveMessage(
                                                r ->
                                                        r.queueUrl(url)
                                                                .waitTimeSeconds(1)
                                                                .messageAttributeNames("All"))
                                        .messages()
                                        .stream()
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    void deleteQueue(String queue) {
        String url = queues.getQueueUrl(g -> g.queueName(queue)).queueUrl();
        queues.deleteQueue(d -> d.queueUrl(url));
    }

    /** Messages of a queue, visible and in flight. */
    int depth(String queue) {
        String url = queues.getQueueUrl(g -> g.queueName(queue)).queueUrl();
        Map<QueueAttributeName, String> attributes =
                queues.getQueueAttributes(
                                g -> g.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
        return number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
                + number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
    }

    void send(String queue, String body) {
        String url = queues.getQueueUrl(g -> g.queueName(queue)).queueUrl();
        queues.sendMessage(s -> s.queueUrl(url).messageBody(body));
    }

    @Override
    public void close() {
        table.close();
        objects.close();
        queues.close();
        topics.close();
    }

    private String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(output(key)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(Map<QueueAttributeName, String> all, QueueAttributeName name) {
        return Integer.parseInt(all.getOrDefault(name, "0"));
    }

    private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "locallocal")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}

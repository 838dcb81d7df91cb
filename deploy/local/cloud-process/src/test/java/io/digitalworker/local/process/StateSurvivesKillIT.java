package io.digitalworker.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was answered before kill -9 is there after the restart. */
class StateSurvivesKillIT {
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();
    private static final String TABLE = "DigitalWorkerJobs";

    @TempDir Path data;
    private CloudProcess cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = CloudProcess.start(CloudProcess.Options.in(data));
    }

    @AfterEach
    void end() {
        cloud.close();
    }

    private void killAndRestart() throws IOException {
        cloud.kill();
        cloud = CloudProcess.start(CloudProcess.Options.in(data).withPortsOf(cloud.endpoints()));
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "locallocal")))
                .httpClient(HTTP)
                .build();
    }

    private DynamoDbClient dynamodb() {
        return client(DynamoDbClient.builder(), cloud.endpoints().dynamodb());
    }

    private SqsClient sqs() {
        return client(SqsClient.builder(), cloud.endpoints().sqs());
    }

    private EventBridgeClient events() {
        return client(EventBridgeClient.builder(), cloud.endpoints().events());
    }

    private SnsClient sns() {
        return client(SnsClient.builder(), cloud.endpoints().events());
    }

    private S3Client s3() {
        return client(S3Client.builder().forcePathStyle(true), cloud.endpoints().s3());
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static TransactWriteItem put(String job, String part) {
        return TransactWriteItem.builder()
                .put(
                        p ->
                                p.tableName(TABLE)
                                        .item(
                                                Map.of(
                                                        "JobId", s(job),
                                                        "Metadata", s(part),
                                                        "Status", s("Pending"),
                                                        "SubmitTime", AttributeValue.fromN("1"))))
                .build();
    }

    private List<Message> receive(String queue) {
        String url = sqs().getQueueUrl(r -> r.queueName(queue)).queueUrl();
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < 5 && all.isEmpty(); i++) {
            all.addAll(
                    sqs().receiveMessage(
                                    r ->
                                            r.queueUrl(url)
                                                    .waitTimeSeconds(2)
                                                    .maxNumberOfMessages(10)
                                                    .messageSystemAttributeNames(
                                                            MessageSystemAttributeName.ALL))
                            .messages());
        }
        return all;
    }

    @Test
    void itemsIndexesTokensObjectsAndMessagesAreStillThere() throws IOException {
        TransactWriteItemsRequest transaction =
                TransactWriteItemsRequest.builder()
                        .clientRequestToken("token-1")
                        .transactItems(put("j1", "job"), put("j1", "event#1"))
                        .build();
        dynamodb().transactWriteItems(transaction);
        s3().putObject(
                        r ->
                                r.bucket("digital-worker-output")
                                        .key("j1/doc.md")
                                        .contentType("text/markdown")
                                        .metadata(Map.of("k", "v")),
                        RequestBody.fromString("kept"));
        String url = sqs().getQueueUrl(r -> r.queueName("notify")).queueUrl();
        sqs().sendMessage(r -> r.queueUrl(url).messageBody("kept"));
        Message first = receive("notify").get(0);
        sqs().changeMessageVisibility(
                        r ->
                                r.queueUrl(url)
                                        .receiptHandle(first.receiptHandle())
                                        .visibilityTimeout(0));

        killAndRestart();

        assertThat(
                        dynamodb()
                                .query(
                                        r ->
                                                r.tableName(TABLE)
                                                        .indexName("StatusIndex")
                                                        .keyConditionExpression("#s = :s")
                                                        .expressionAttributeNames(
                                                                Map.of("#s", "Status"))
                                                        .expressionAttributeValues(
                                                                Map.of(":s", s("Pending"))))
                                .count())
                .isEqualTo(2);
        dynamodb().transactWriteItems(transaction);
        assertThatThrownBy(
                        () ->
                                dynamodb()
                                        .transactWriteItems(
                                                r ->
                                                        r.clientRequestToken("token-1")
                                                                .transactItems(put("j2", "job"))))
                .isInstanceOf(IdempotentParameterMismatchException.class);
        var object = s3().getObjectAsBytes(r -> r.bucket("digital-worker-output").key("j1/doc.md"));
        assertThat(object.asUtf8String()).isEqualTo("kept");
        assertThat(object.response().contentType()).isEqualTo("text/markdown");
        assertThat(object.response().metadata()).containsEntry("k", "v");
        Message again = receive("notify").get(0);
        assertThat(again.body()).isEqualTo("kept");
        assertThat(again.attributes())
                .as("receives are counted on over a restart")
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
    }

    @Test
    void everyAnsweredEventReachesItsQueueWhenKilledAtOnce() throws IOException {
        for (int i = 0; i < 10; i++) {
            PutEventsRequestEntry event =
                    PutEventsRequestEntry.builder()
                            .eventBusName("digital-worker")
                            .source("digitalworker.test")
                            .detailType("JobSubmitted")
                            .detail("{\"n\":" + i + "}")
                            .build();
            events().putEvents(r -> r.entries(event));
        }
        killAndRestart();
        // at least once: what was under way when it was killed may come twice
        Set<Integer> numbers = new TreeSet<>();
        for (int polls = 0; polls < 10 && numbers.size() < 10; polls++) {
            receive("generate").forEach(message -> numbers.add(number(message.body())));
        }
        assertThat(numbers).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    private static int number(String event) {
        String last = event.substring(event.lastIndexOf(':') + 1);
        return Integer.parseInt(last.replace("}", ""));
    }

    @Test
    void pendingDeliveryAndSubscriptionGoOnAfterTheRestart() throws Exception {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        int port;
        String topic = sns().createTopic(r -> r.name("DigitalWorkerEvents")).topicArn();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // it takes the request and never answers: the delivery stays pending
            port = silent.getLocalPort();
            sns().subscribe(
                            r ->
                                    r.topicArn(topic)
                                            .protocol("http")
                                            .endpoint("http://127.0.0.1:" + port + "/hook"));
            try (Socket asked = silent.accept()) {
                assertThat(asked.isConnected()).isTrue();
                cloud.kill();
            }
        }
        try (ServerSocket web = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answer(web, received));
            server.start();
            cloud =
                    CloudProcess.start(
                            CloudProcess.Options.in(data).withPortsOf(cloud.endpoints()));
            assertThat(received.poll(20, TimeUnit.SECONDS)).contains("SubscriptionConfirmation");
            assertThat(sns().listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
                    .hasSize(1);
        }
    }

    private static void answer(ServerSocket web, BlockingQueue<String> received) {
        try (Socket socket = web.accept()) {
            byte[] start = new byte[64 * 1024];
            int read = socket.getInputStream().read(start);
            received.add(new String(start, 0, Math.max(0, read), StandardCharsets.UTF_8));
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException closed) {
            received.add("closed: " + closed);
        }
    }
}

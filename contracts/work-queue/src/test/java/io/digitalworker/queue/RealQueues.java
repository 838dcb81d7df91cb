package io.digitalworker.queue;

import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues of a real endpoint, as a test and another consumer see them. */
final class RealQueues {

    private final SqsClient sqs;

    RealQueues(SqsClient sqs) {
        this.sqs = sqs;
    }

    static SqsClient client(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "locallocal")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    /** Makes a queue whose messages die after five receives, and its dead-letter queue. */
    void create(String name) {
        String dead = sqs.createQueue(r -> r.queueName(name + "-dlq")).queueUrl();
        String arn =
                sqs.getQueueAttributes(
                                r -> r.queueUrl(dead).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        String redrive = "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"5\"}";
        sqs.createQueue(
                r ->
                        r.queueName(name)
                                .attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, redrive)));
    }

    void send(String queue, String body) {
        sqs.sendMessage(r -> r.queueUrl(url(queue)).messageBody(body));
    }

    /** What another consumer gets now; it keeps it for a minute. */
    List<Message> receive(String queue) {
        return sqs.receiveMessage(
                        r -> r.queueUrl(url(queue)).maxNumberOfMessages(10).visibilityTimeout(60))
                .messages();
    }

    /** How many messages the queue holds, visible, delayed or in flight. */
    int size(String queue) {
        return sqs
                .getQueueAttributes(
                        r -> r.queueUrl(url(queue)).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .entrySet()
                .stream()
                .filter(e -> e.getKey().toString().startsWith("ApproximateNumberOfMessages"))
                .mapToInt(e -> Integer.parseInt(e.getValue()))
                .sum();
    }

    private String url(String queue) {
        return sqs.getQueueUrl(r -> r.queueName(queue)).queueUrl();
    }
}

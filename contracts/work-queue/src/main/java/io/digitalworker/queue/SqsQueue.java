package io.digitalworker.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The calls one channel makes to its queue. Each has a time limit of its own and is tried once: the
 * callers decide about repeating, and only one layer may (design §9).
 */
final class SqsQueue {

    /** Message attribute that carries the first receipt (epoch milliseconds) over a Later. */
    static final String FIRST_RECEIVED = "digitalworker-first-received";

    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);

    private static final SdkPlugin ONE_TRY =
            client ->
                    client.overrideConfiguration(
                            o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()));

    private final SqsClient sqs;
    private final ChannelSettings settings;
    private final AbortableCall longPoll;
    private volatile @Nullable String url;

    SqsQueue(SqsClient sqs, ChannelSettings settings) {
        this.sqs = sqs;
        this.settings = settings;
        this.longPoll = new AbortableCall(settings.channel() + "-poll-limit");
    }

    /** Looks up the queue, which also shows that the endpoint answers. */
    void connect() {
        url =
                sqs.getQueueUrl(
                                r ->
                                        r.queueName(settings.queue())
                                                .overrideConfiguration(limit(CALL_LIMIT)))
                        .queueUrl();
    }

    List<Message> receive(int most) {
        AwsRequestOverrideConfiguration limits =
                limit(settings.longPoll().plus(CALL_LIMIT)).toBuilder()
                        .addPlugin(
                                client ->
                                        client.overrideConfiguration(
                                                o -> o.scheduledExecutorService(longPoll)))
                        .build();
        return sqs.receiveMessage(
                        r ->
                                r.queueUrl(url())
                                        .maxNumberOfMessages(most)
                                        .waitTimeSeconds((int) settings.longPoll().toSeconds())
                                        .visibilityTimeout((int) settings.lease().toSeconds())
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName
                                                        .APPROXIMATE_RECEIVE_COUNT,
                                                MessageSystemAttributeName
                                                        .APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)
                                        .messageAttributeNames("All")
                                        .overrideConfiguration(limits))
                .messages();
    }

    void abortReceive() {
        longPoll.abort();
    }

    /**
     * Keeps the message invisible for one more lease. Its limit is half of the time to the next
     * renewal; a short lease gives the call more of it, a second if it has one.
     */
    void renew(Message message) {
        long lease = settings.lease().toMillis();
        long limit = Math.max(lease / 6, Math.min(1_000, lease / 2));
        setVisibility(message, settings.lease(), Duration.ofMillis(limit));
    }

    /** Makes the message visible to everybody after the delay. */
    void giveBack(Message message, Duration delay) {
        setVisibility(message, delay, CALL_LIMIT);
    }

    void delete(Message message) {
        sqs.deleteMessage(
                r ->
                        r.queueUrl(url())
                                .receiptHandle(message.receiptHandle())
                                .overrideConfiguration(limit(CALL_LIMIT)));
    }

    /** Sends the same message once more, with the time of its first receipt. */
    void sendCopy(Message message, Instant firstReceived, Duration delay) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>(message.messageAttributes());
        attributes.put(
                FIRST_RECEIVED,
                MessageAttributeValue.builder()
                        .dataType("Number")
                        .stringValue(Long.toString(firstReceived.toEpochMilli()))
                        .build());
        sqs.sendMessage(
                r ->
                        r.queueUrl(url())
                                .messageBody(message.body())
                                .messageAttributes(attributes)
                                .delaySeconds(seconds(delay))
                                .overrideConfiguration(limit(CALL_LIMIT)));
    }

    /** Ends the threads of this queue; the client belongs to whoever made it. */
    void close() {
        longPoll.shutdownNow();
    }

    private void setVisibility(Message message, Duration timeout, Duration limit) {
        sqs.changeMessageVisibility(
                r ->
                        r.queueUrl(url())
                                .receiptHandle(message.receiptHandle())
                                .visibilityTimeout(seconds(timeout))
                                .overrideConfiguration(limit(limit)));
    }

    private String url() {
        return Objects.requireNonNull(url, "not connected to the queue yet");
    }

    private static int seconds(Duration duration) {
        return (int) duration.plusMillis(999).toSeconds();
    }

    private static AwsRequestOverrideConfiguration limit(Duration limit) {
        return AwsRequestOverrideConfiguration.builder()
                .apiCallTimeout(limit)
                .addPlugin(ONE_TRY)
                .build();
    }
}

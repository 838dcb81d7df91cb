package io.digitalworker.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * A queue with a redrive policy of five receives, in memory. Its time stands still until the test
 * moves it; every call is in its history; faults and stalls are scripted.
 */
final class FakeSqs implements SqsClient {

    /** One call: what was asked, of which message, with what (seconds, or how many messages). */
    record Call(String operation, String messageId, int argument) {}

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final int RECEIVES = 5;

    private static final class Stored {
        String id = "";
        String body = "";
        Map<String, MessageAttributeValue> attributes = Map.of();
        Instant visibleAt = START;
        Instant firstReceived = START;
        int receives;
    }

    private final List<Stored> queue = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private final List<Call> history = new ArrayList<>();
    private final Map<String, Queue<RuntimeException>> faults = new HashMap<>();
    private final Map<String, CountDownLatch> stalls = new HashMap<>();
    private Instant now = START;
    private boolean away;
    private boolean deafToInterrupts;
    private int ids;

    synchronized String send(String body) {
        return add(body, Map.of(), Duration.ZERO);
    }

    /** Moves the queue's time: ends visibilities and delays. */
    synchronized void advance(Duration by) {
        now = now.plus(by);
        notifyAll();
    }

    /** The endpoint vanishes, or comes back. */
    synchronized void away(boolean gone) {
        away = gone;
        notifyAll();
    }

    /** A poll goes on although its caller was interrupted, as a socket read does. */
    synchronized void deafToInterrupts() {
        deafToInterrupts = true;
    }

    /** The next call of this operation fails so. */
    synchronized void fail(String operation, RuntimeException fault) {
        faults.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(fault);
    }

    /** Calls of this operation wait until the latch is open. */
    synchronized CountDownLatch stall(String operation) {
        CountDownLatch open = new CountDownLatch(1);
        stalls.put(operation, open);
        return open;
    }

    synchronized List<Call> history(String operation) {
        return history.stream().filter(c -> c.operation().equals(operation)).toList();
    }

    synchronized List<Integer> visibilitiesOf(String messageId) {
        return history("visibility").stream()
                .filter(c -> c.messageId().equals(messageId))
                .map(Call::argument)
                .toList();
    }

    synchronized int size() {
        return queue.size();
    }

    synchronized List<String> dead() {
        return List.copyOf(dead);
    }

    /** Bodies that another consumer would get now. */
    synchronized List<String> visible() {
        return queue.stream().filter(m -> !m.visibleAt.isAfter(now)).map(m -> m.body).toList();
    }

    static RuntimeException refusal(String code) {
        return SqsException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        enter("url", "", 0);
        return GetQueueUrlResponse.builder().queueUrl("fake:" + request.queueName()).build();
    }

    @Override
    public synchronized ReceiveMessageResponse receiveMessage(ReceiveMessageRequest request) {
        enter("receive", "", request.maxNumberOfMessages());
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(request.waitTimeSeconds());
        List<Message> messages = hand(request);
        while (messages.isEmpty() && end - System.nanoTime() > 0) {
            await(end - System.nanoTime());
            if (away) {
                throw SdkClientException.create("connection reset");
            }
            messages = hand(request);
        }
        return ReceiveMessageResponse.builder().messages(messages).build();
    }

    @Override
    public ChangeMessageVisibilityResponse changeMessageVisibility(
            ChangeMessageVisibilityRequest request) {
        String id = id(request.receiptHandle());
        enter("visibility", id, request.visibilityTimeout());
        synchronized (this) {
            Stored message = held(request.receiptHandle());
            message.visibleAt = now.plusSeconds(request.visibilityTimeout());
            notifyAll();
        }
        return ChangeMessageVisibilityResponse.builder().build();
    }

    @Override
    public DeleteMessageResponse deleteMessage(DeleteMessageRequest request) {
        enter("delete", id(request.receiptHandle()), 0);
        synchronized (this) {
            queue.removeIf(m -> m.id.equals(id(request.receiptHandle())));
        }
        return DeleteMessageResponse.builder().build();
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        enter("send", "", request.delaySeconds());
        Duration delay = Duration.ofSeconds(request.delaySeconds());
        String id = add(request.messageBody(), request.messageAttributes(), delay);
        return SendMessageResponse.builder().messageId(id).build();
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {}

    private synchronized String add(
            String body, Map<String, MessageAttributeValue> attributes, Duration delay) {
        Stored message = new Stored();
        message.id = "m" + ++ids;
        message.body = body;
        message.attributes = attributes;
        message.visibleAt = now.plus(delay);
        queue.add(message);
        notifyAll();
        return message.id;
    }

    private void enter(String operation, String messageId, int argument) {
        CountDownLatch stall;
        synchronized (this) {
            history.add(new Call(operation, messageId, argument));
            stall = stalls.get(operation);
            RuntimeException fault = faults.getOrDefault(operation, new ArrayDeque<>()).poll();
            if (fault != null) {
                throw fault;
            }
            if (away) {
                throw SdkClientException.create("connection refused");
            }
        }
        if (stall != null) {
            pass(stall);
        }
    }

    private static void pass(CountDownLatch stall) {
        try {
            stall.await();
        } catch (InterruptedException e) {
            throw AbortedException.create("interrupted", e);
        }
    }

    private void await(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, 1_000_000));
        } catch (InterruptedException e) {
            if (!deafToInterrupts) {
                throw AbortedException.create("interrupted", e);
            }
        }
    }

    private List<Message> hand(ReceiveMessageRequest request) {
        List<Stored> due = queue.stream().filter(m -> !m.visibleAt.isAfter(now)).toList();
        due.stream().filter(m -> m.receives >= RECEIVES).forEach(this::bury);
        return due.stream()
                .filter(m -> m.receives < RECEIVES)
                .limit(request.maxNumberOfMessages())
                .map(m -> receive(m, request.visibilityTimeout()))
                .toList();
    }

    private void bury(Stored message) {
        queue.remove(message);
        dead.add(message.body);
    }

    private Message receive(Stored message, int visibility) {
        message.firstReceived = message.receives == 0 ? now : message.firstReceived;
        message.receives++;
        message.visibleAt = now.plusSeconds(visibility);
        return Message.builder()
                .messageId(message.id)
                .receiptHandle(message.id + "/" + message.receives)
                .body(message.body)
                .messageAttributes(message.attributes)
                .attributes(
                        Map.of(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                Integer.toString(message.receives),
                                MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
                                Long.toString(message.firstReceived.toEpochMilli())))
                .build();
    }

    private Stored held(String receipt) {
        return queue.stream()
                .filter(m -> (m.id + "/" + m.receives).equals(receipt))
                .filter(m -> m.visibleAt.isAfter(now))
                .findFirst()
                .orElseThrow(() -> refusal("InvalidParameterValue"));
    }

    private static String id(String receipt) {
        return receipt.substring(0, receipt.indexOf('/'));
    }
}

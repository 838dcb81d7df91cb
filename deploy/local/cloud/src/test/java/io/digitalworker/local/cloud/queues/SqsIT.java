package io.digitalworker.local.cloud.queues;

import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.TestCloud;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What AWS documents of the SQS operations that the project uses, said by AWS's client. */
class SqsIT {
    private final SqsClient sqs = TestCloud.sqs();
    private final String name = "t-" + UUID.randomUUID();

    private String create(Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }

    private List<Message> receive(String url) {
        return sqs.receiveMessage(
                        r ->
                                r.queueUrl(url)
                                        .maxNumberOfMessages(10)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    @Test
    void aReceivedMessageIsHiddenUntilItIsHandedBack() {
        String url = create(Map.of());
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("m"));
        Message first = receive(url).get(0);
        assertThat(first.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
        assertThat(receive(url)).isEmpty();
        sqs.changeMessageVisibility(
                r -> r.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(0));
        Message again = receive(url).get(0);
        assertThat(again.attributes())
                .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(again.receiptHandle()));
        assertThat(receive(url)).isEmpty();
    }

    @Test
    void messageGoesToTheDeadLetterQueueAfterItsReceives() {
        String letters = sqs.createQueue(r -> r.queueName(name + "-dlq")).queueUrl();
        String url =
                create(
                        Map.of(
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}"
                                        .formatted(Account.arn("sqs", name + "-dlq"))));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("poison"));
        for (int i = 0; i < 2; i++) {
            Message message = receive(url).get(0);
            sqs.changeMessageVisibility(
                    r ->
                            r.queueUrl(url)
                                    .receiptHandle(message.receiptHandle())
                                    .visibilityTimeout(0));
        }
        assertThat(receive(url)).isEmpty();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> receive(letters).stream().anyMatch(m -> m.body().equals("poison")));
    }

    @Test
    void delayedMessageComesLater() {
        String url = create(Map.of());
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("late").delaySeconds(1));
        assertThat(receive(url)).isEmpty();
        await().atMost(Duration.ofSeconds(5)).until(() -> !receive(url).isEmpty());
    }

    @Test
    void queueUrlsAreOnTheLoopbackAddress() {
        assertThat(create(Map.of()))
                .isEqualTo(TestCloud.cloud().sqs() + "/" + Account.ID + "/" + name);
    }
}

package io.digitalworker.notifier.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.api.event.JobSucceeded;
import io.digitalworker.notifier.delivery.Channel;
import io.digitalworker.notifier.delivery.Notice;
import io.digitalworker.notifier.delivery.Verdict;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes on the SNS topic. Subscribers filter by the attributes {@code status} and {@code
 * moduleName}, and tell repetitions by {@code eventId}.
 */
@Singleton
public final class TopicChannel implements Channel {
    public static final String NAME = "sns";

    private final SnsClient sns;
    private final ObjectMapper json;
    private final TopicConfig config;

    TopicChannel(SnsClient sns, ObjectMapper json, TopicConfig config) {
        if (!config.arn().startsWith("arn:")) {
            throw new IllegalArgumentException(
                    "digitalworker.topic.arn must be the ARN of a topic, not '"
                            + config.arn()
                            + "'");
        }
        this.sns = sns;
        this.json = json;
        this.config = config;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Verdict attempt(Notice notice) {
        JobEvent event = notice.stored().event();
        TopicMessage message = message(event);
        sns.publish(
                r ->
                        r.topicArn(config.arn())
                                .message(written(message))
                                .messageAttributes(
                                        Map.of(
                                                "status", text(message.status().name()),
                                                "moduleName", text(notice.name()),
                                                "eventId", text(event.eventId()),
                                                "attempt", text(event.attempt() + ""))));
        return Verdict.DELIVERED;
    }

    private TopicMessage message(JobEvent event) {
        if (event instanceof JobSucceeded) {
            String url = config.publicUrl().resolve("/v1/job-status/" + event.jobId()).toString();
            return new TopicMessage(event.jobId(), JobStatus.Succeeded, url, null);
        }
        if (event instanceof JobFailed failed) {
            return new TopicMessage(event.jobId(), JobStatus.Failed, null, failed.message());
        }
        throw new IllegalArgumentException("not the end of an attempt: " + event.detailType());
    }

    private String written(TopicMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of texts can always be written", e);
        }
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }
}

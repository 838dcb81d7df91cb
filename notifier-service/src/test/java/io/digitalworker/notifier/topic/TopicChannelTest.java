package io.digitalworker.notifier.topic;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.JobStatus;
import io.digitalworker.notifier.Samples;
import io.digitalworker.notifier.delivery.Notice;
import io.digitalworker.notifier.delivery.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicChannelTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:000000000000:DigitalWorkerEvents";
    private final RecordingTopic sns = new RecordingTopic();
    private final ObjectMapper json = new ObjectMapper();
    private final TopicChannel channel =
            new TopicChannel(sns, json, new Settings(TOPIC, URI.create("https://dw.example.org/")));

    @Test
    void tellsSuccessWithTheAddressOfTheStatusAndNothingPresigned() throws Exception {
        assertThat(channel.attempt(Samples.succeededNotice())).isEqualTo(Verdict.DELIVERED);

        assertThat(json.readTree(sns.only().message()))
                .isEqualTo(
                        json.createObjectNode()
                                .put("jobId", Samples.JOB_ID)
                                .put("status", "Succeeded")
                                .put(
                                        "url",
                                        "https://dw.example.org/v1/job-status/" + Samples.JOB_ID));
    }

    @Test
    void tellsFailureWithTheTextOfTheCatalogue() throws Exception {
        assertThat(channel.attempt(Samples.failedNotice())).isEqualTo(Verdict.DELIVERED);

        assertThat(json.readTree(sns.only().message()))
                .isEqualTo(
                        json.createObjectNode()
                                .put("jobId", Samples.JOB_ID)
                                .put("status", "Failed")
                                .put("errorMessage", "The job did not finish."));
    }

    @Test
    void carriesWhatSubscribersFilterAndDeduplicateBy() {
        channel.attempt(Samples.failedNotice());

        assertThat(sns.only().topicArn()).isEqualTo(TOPIC);
        assertThat(attributes(sns.only()))
                .isEqualTo(
                        Map.of(
                                "status", "Failed",
                                "moduleName", "Loyalty",
                                "eventId", Samples.EVENT_ID,
                                "attempt", "2"));
    }

    @Test
    void refusesATopicThatIsNoArn() {
        assertThatThrownBy(
                        () ->
                                new TopicChannel(
                                        sns, json, new Settings("Events", URI.create("http://x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Events'");
    }

    @Test
    void refusesEventsThatAreNoEnd() {
        var progressed =
                new io.digitalworker.api.event.JobProgressed(
                        "1.0", "e", "j", 1, 1, Samples.NOW, "r", null, "facts", 10);
        Notice notice = new Notice(Samples.job(JobStatus.Succeeded), Samples.stored(progressed));

        assertThatThrownBy(() -> channel.attempt(notice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("JobProgressed");
    }

    private static Map<String, String> attributes(PublishRequest request) {
        return request.messageAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().stringValue()));
    }

    private record Settings(String arn, URI publicUrl) implements TopicConfig {}

    private static final class RecordingTopic implements SnsClient {
        private final List<PublishRequest> published = new ArrayList<>();

        @Override
        public PublishResponse publish(PublishRequest request) {
            published.add(request);
            return PublishResponse.builder().messageId("m-" + published.size()).build();
        }

        PublishRequest only() {
            assertThat(published).as("one message on the topic").hasSize(1);
            return published.get(0);
        }

        @Override
        public String serviceName() {
            return "sns";
        }

        @Override
        public void close() {}
    }
}

package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

/** What must be true of a job in the end, judged from outside alone. */
final class JobInvariants {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final OutsideView view;
    private final Receiver receiver;

    JobInvariants(OutsideView view, Receiver receiver) {
        this.view = view;
        this.receiver = receiver;
    }

    /** Succeeded once, one artifact set that equals its manifest, one notification id per channel. */
    void succeededOnceAndWasToldOnce(String jobId) {
        Map<String, AttributeValue> job = view.job(jobId);
        assertThat(job.get("Status").s()).as("status of job %s", jobId).isEqualTo("Succeeded");
        assertThat(view.history(jobId).stream().filter(this::isTerminal))
                .as("terminal events of job %s: one per attempt", jobId)
                .containsExactly("JobSucceeded");
        publishedSetEqualsItsManifest(jobId, job.get("OutputKey").s());
        String eventId = terminalEventId(jobId);
        assertThat(receiver.webhooksOf(jobId))
                .as("webhooks of job %s", jobId)
                .isNotEmpty()
                .allSatisfy(w -> assertThat(w.headers().get("webhook-id")).isEqualTo(eventId));
        assertThat(receiver.notificationsOf(jobId))
                .as("SNS messages of job %s", jobId)
                .isNotEmpty()
                .allSatisfy(
                        n ->
                                assertThat(n.at("/MessageAttributes/eventId/Value").asText())
                                        .isEqualTo(eventId));
    }

    private void publishedSetEqualsItsManifest(String jobId, String outputKey) {
        Map<String, String> stored = view.hashes(outputKey);
        assertThat(stored).as("artifacts of job %s", jobId).containsKey("manifest.json");
        JsonNode manifest = parse(view.output(outputKey + "manifest.json"));
        Map<String, String> listed = new TreeMap<>();
        manifest.path("artifacts")
                .forEach(a -> listed.put(a.path("name").asText(), a.path("sha256").asText()));
        Map<String, String> expected = new TreeMap<>(stored);
        expected.keySet().removeAll(List.of("manifest.json", "bundle.zip"));
        assertThat(listed)
                .as("hashes in the manifest of job %s against the objects", jobId)
                .isEqualTo(expected);
    }

    private String terminalEventId(String jobId) {
        return view.items(jobId, "event#").stream()
                .filter(i -> isTerminal(i.get("DetailType").s()))
                .map(i -> i.get("EventId").s())
                .findFirst()
                .orElseThrow();
    }

    private boolean isTerminal(String detailType) {
        return detailType.equals("JobSucceeded") || detailType.equals("JobFailed");
    }

    private static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

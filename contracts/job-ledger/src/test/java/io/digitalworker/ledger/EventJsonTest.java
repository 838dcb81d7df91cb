package io.digitalworker.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.event.JobEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventJsonTest {
    private static final Path SAMPLES = Path.of("..", "api", "src", "test", "resources", "events");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Iterable<String> kinds() {
        return JobEvent.KINDS.stream().map(Class::getSimpleName).toList();
    }

    private static String sample(String kind) {
        try {
            return Files.readString(SAMPLES.resolve(kind + "-1.0.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String envelope(String kind, String detail) {
        return """
        {"version": "0", "id": "1", "detail-type": "%s", "source": "digitalworker.ingest",
         "account": "000000000000", "time": "2026-03-01T10:00:00Z", "region": "eu-west-1",
         "resources": [], "detail": %s}
        """
                .formatted(kind, detail);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readsEachGoldenSampleAndWritesTheSame(String kind) throws IOException {
        JobEvent event = EventJson.ofEnvelope(envelope(kind, sample(kind)));

        assertThat(event.detailType()).isEqualTo(kind);
        assertThat(JSON.readTree(EventJson.detail(event))).isEqualTo(JSON.readTree(sample(kind)));
    }

    @Test
    void passesOverFieldsOfALaterMinorVersion() {
        String later =
                sample("JobProgressed")
                        .replace("\"1.0\"", "\"1.7\"")
                        .replaceFirst("\\{", "{\"invented\": {\"later\": []},");

        assertThat(EventJson.ofEnvelope(envelope("JobProgressed", later)).version())
                .isEqualTo("1.7");
    }

    @ParameterizedTest(name = "{1} in place of {0}")
    @CsvSource({
        "'\"1.0\"', '\"2.0\"', version 1.x",
        "'\"1.0\"', '\"10.0\"', version 1.x",
        "digitalworker.ingest, aws.s3, source",
        "digitalworker.ingest, digitalworker.other, source",
        "JobProgressed, JobPolished, detail-type",
        "eventId, lostId, eventId",
        "stage, scene, stage",
        "'\"attempt\"', '\"tries\"', attempt",
        "'\"sequence\"', '\"position\"', attempt or sequence",
        "2026-03-01T10:00:02.345Z, yesterday, fields",
    })
    void refusesWhatItDoesNotUnderstand(String part, String instead, String why) {
        String body = envelope("JobProgressed", sample("JobProgressed")).replace(part, instead);

        assertThatThrownBy(() -> EventJson.ofEnvelope(body))
                .isInstanceOf(EventJson.UnreadableEvent.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"not JSON at all", "[]", "{}", "'\"text\"'", "''", "null"})
    void refusesWhatIsNoEnvelopeWithoutRepeatingIt(String body) {
        assertThatThrownBy(() -> EventJson.ofEnvelope(body))
                .isInstanceOf(EventJson.UnreadableEvent.class)
                .message()
                .doesNotContain("not JSON at all");
    }
}

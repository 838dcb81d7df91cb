package io.digitalworker.api.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Schemas;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One sample per event and version; a released one is never edited (design §4.3). */
class GoldenEventsTest {
    static List<Class<? extends JobEvent>> kinds() {
        return JobEvent.KINDS;
    }

    private static JsonNode sample(Class<?> kind) {
        return Schemas.read("/events/" + kind.getSimpleName() + "-1.0.json");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isReadAndWrittenBackTheSame(Class<? extends JobEvent> kind) throws Exception {
        JobEvent event = Schemas.JSON.treeToValue(sample(kind), kind);

        String written = Schemas.JSON.writeValueAsString(event);
        assertThat(Schemas.JSON.readTree(written)).isEqualTo(sample(kind));
        assertThat(Schemas.JSON.readValue(written, kind)).isEqualTo(event);
        assertThat(event.detailType()).isEqualTo(kind.getSimpleName());
        assertThat(event.version()).isEqualTo(JobEvent.VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"greenfield", "hybrid"})
    void aSubmissionMayLackItsArchiveAndBringADocument(String scenario) throws Exception {
        JsonNode sample = Schemas.read("/events/JobSubmitted-1.0-" + scenario + ".json");

        JobSubmitted event = Schemas.JSON.treeToValue(sample, JobSubmitted.class);

        assertThat(Schemas.JSON.readTree(Schemas.JSON.writeValueAsString(event))).isEqualTo(sample);
        assertThat(event.archive() == null).isEqualTo(scenario.equals("greenfield"));
        assertThat(event.existing() == null).isEqualTo(scenario.equals("greenfield"));
        assertThat(Schemas.faults("events/JobSubmitted", sample)).isEmpty();
    }

    @Test
    void aSubmissionMayReviseAnotherJob() throws Exception {
        JsonNode sample = Schemas.read("/events/JobSubmitted-1.0-revision.json");

        JobSubmitted event = Schemas.JSON.treeToValue(sample, JobSubmitted.class);

        assertThat(Schemas.JSON.readTree(Schemas.JSON.writeValueAsString(event))).isEqualTo(sample);
        assertThat(event.revisionOf()).isNotEqualTo(event.basedOn());
        assertThat(event.revision()).isNotNull();
        assertThat(Schemas.faults("events/JobSubmitted", sample)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void followsItsSchema(Class<? extends JobEvent> kind) {
        assertThat(Schemas.faults("events/" + kind.getSimpleName(), sample(kind))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasASchemaThatAllowsMoreFieldsAndMissesNone(Class<? extends JobEvent> kind) {
        ObjectNode later = sample(kind).deepCopy();
        later.put("invented", "later").put("version", "1.7").remove("traceparent");
        assertThat(Schemas.faults("events/" + kind.getSimpleName(), later)).isEmpty();

        ObjectNode broken = sample(kind).deepCopy();
        broken.remove("eventId");
        broken.put("version", "2.0").put("sequence", 0).put("occurredAt", "yesterday");
        assertThat(Schemas.faults("events/" + kind.getSimpleName(), broken)).hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isDescribedFieldByField(Class<? extends JobEvent> kind) {
        JsonNode properties =
                Schemas.read("/schema/events/" + kind.getSimpleName() + ".json").get("properties");

        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(
                        List.of(kind.getRecordComponents()).stream()
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void listsEveryKindOfTheFamilyInOrder() {
        List<String> family =
                Stream.of(JobEvent.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .sorted()
                        .toList();

        assertThat(kinds()).extracting(kind -> kind.getSimpleName()).isEqualTo(family);
    }

    @Test
    void namesItsSourceOnTheBus() {
        assertThat(EventSource.values())
                .extracting(EventSource::onBus)
                .containsExactly(
                        "digitalworker.ingest",
                        "digitalworker.generator",
                        "digitalworker.notifier",
                        "digitalworker.cleanup");
    }
}

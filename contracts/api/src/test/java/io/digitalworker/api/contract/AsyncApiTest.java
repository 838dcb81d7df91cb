package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Schemas;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class AsyncApiTest {
    private static final AsyncApi API = AsyncApi.read();

    static List<Class<? extends JobEvent>> kinds() {
        return JobEvent.KINDS;
    }

    static List<String> onWebhooks() {
        return API.messages("webhook");
    }

    private static ObjectNode sample(String kind) {
        return (ObjectNode) Schemas.read("/events/" + kind + "-1.0.json");
    }

    @Test
    void announcesEveryKindOfEventOnTheBus() {
        assertThat(API.messages("bus"))
                .containsExactlyInAnyOrderElementsOf(
                        kinds().stream().map(Class::getSimpleName).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void describesAnEventAsTheBusDeliversIt(Class<? extends JobEvent> kind) {
        String name = kind.getSimpleName();
        for (EventSource source : EventSource.values()) {
            assertThat(API.bodyFaults(name, delivered(source.onBus(), name, name))).isEmpty();
        }

        assertThat(API.bodyFaults(name, delivered("digitalworker.nobody", name, name))).hasSize(1);
        assertThat(API.bodyFaults(name, delivered("digitalworker.ingest", "Invented", name)))
                .hasSize(1);
        ObjectNode broken = delivered("digitalworker.ingest", name, name);
        ((ObjectNode) broken.get("detail")).remove("eventId");
        assertThat(API.bodyFaults(name, broken)).hasSize(1);
    }

    private static ObjectNode delivered(String source, String type, String kind) {
        ObjectNode envelope =
                Schemas.JSON
                        .createObjectNode()
                        .put("version", "0")
                        .put("id", "7bf73129-1428-4cd3-a780-95db273d1602")
                        .put("detail-type", type)
                        .put("source", source)
                        .put("account", "123456789012")
                        .put("time", "2026-03-01T10:00:00Z")
                        .put("region", "eu-west-1");
        envelope.putArray("resources");
        return envelope.set("detail", sample(kind));
    }

    @ParameterizedTest
    @MethodSource("onWebhooks")
    void describesAWebhook(String message) {
        String kind = message.replace("Webhook", "");
        ObjectNode body = sample(kind);

        assertThat(API.bodyFaults(message, body)).as("without its type").hasSize(1);
        assertThat(API.bodyFaults(message, body.put("type", kind))).isEmpty();
        ObjectNode headers =
                Schemas.JSON
                        .createObjectNode()
                        .put("webhook-id", body.get("eventId").asText())
                        .put("webhook-timestamp", "1772359200")
                        .put("webhook-signature", "v1,c2lnbmVk v1,YmVmb3Jl");
        assertThat(API.headerFaults(message, headers)).isEmpty();
        assertThat(API.headerFaults(message, headers.put("webhook-signature", "v0,x"))).hasSize(1);
    }

    @Test
    void refersToSchemasThatAreThereAndToEachOfThem() {
        JsonNode whole = API.whole(API.document());
        assertThat(whole.at("/operations/publishEvent/channel/address").asText())
                .isEqualTo("digital-worker");
        assertThat(whole.at("/operations/callBack/security/0/name").asText())
                .isEqualTo("webhook-signature");

        Set<String> files = new TreeSet<>(Yaml.references(API.document()));
        files.removeIf(reference -> !reference.startsWith("./"));
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of("./schema/topic-message.json"),
                                        kinds().stream()
                                                .map(
                                                        kind ->
                                                                "./schema/events/"
                                                                        + kind.getSimpleName()
                                                                        + ".json"))
                                .toList());
    }

    @Test
    void sendsOnEveryChannelAndReceivesNowhere() {
        assertThat(API.document().get("operations").findValuesAsText("action"))
                .containsOnly("send")
                .hasSameSizeAs(API.document().get("channels"));
    }
}

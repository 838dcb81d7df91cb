package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobProgressed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

import static org.assertj.core.api.Assertions.assertThat;

class EventBridgeBusTest {
    private final List<PutEventsRequest> requests = new ArrayList<>();

    /** A client with a history. */
    private EventBridgeBus bus(Function<PutEventsRequest, PutEventsResponse> answer) {
        EventBridgeClient client =
                new EventBridgeClient() {
                    @Override
                    public PutEventsResponse putEvents(PutEventsRequest request) {
                        requests.add(request);
                        return answer.apply(request);
                    }

                    @Override
                    public String serviceName() {
                        return "events";
                    }

                    @Override
                    public void close() {}
                };
        return new EventBridgeBus(client, "digital-worker");
    }

    private static StoredEvent event(long sequence) {
        JobEvent event =
                new JobProgressed(
                        JobEvent.VERSION,
                        "event-" + sequence,
                        "job-1",
                        1,
                        sequence,
                        Instant.parse("2026-03-01T10:00:00Z"),
                        "request-1",
                        null,
                        "facts",
                        20);
        return new StoredEvent(EventSource.GENERATOR, event, EventJson.detail(event));
    }

    @Test
    void putsSourceTypeAndDetailOnItsBus() {
        EventBridgeBus bus =
                bus(r -> response(PutEventsResultEntry.builder().eventId("1").build()));

        assertThat(bus.publish(List.of(event(1)))).containsExactly(true);

        assertThat(requests.get(0).entries())
                .containsExactly(
                        PutEventsRequestEntry.builder()
                                .eventBusName("digital-worker")
                                .source("digitalworker.generator")
                                .detailType("JobProgressed")
                                .detail(event(1).detail())
                                .time(Instant.parse("2026-03-01T10:00:00Z"))
                                .build());
    }

    @Test
    void looksAtEachEntryOfAnAnswer() {
        EventBridgeBus bus =
                bus(
                        r ->
                                response(
                                        PutEventsResultEntry.builder().eventId("1").build(),
                                        PutEventsResultEntry.builder()
                                                .errorCode("ThrottlingException")
                                                .build(),
                                        PutEventsResultEntry.builder().eventId("3").build()));

        assertThat(bus.publish(List.of(event(1), event(2), event(3))))
                .containsExactly(true, false, true);
    }

    @Test
    void takesNothingWhenItIsOutOfReach() {
        EventBridgeBus unreachable =
                bus(
                        r -> {
                            throw SdkClientException.create("connection refused");
                        });
        EventBridgeBus failing =
                bus(
                        r -> {
                            throw EventBridgeException.builder().statusCode(503).build();
                        });

        assertThat(unreachable.publish(List.of(event(1), event(2)))).containsExactly(false, false);
        assertThat(failing.publish(List.of(event(1)))).containsExactly(false);
    }

    private static PutEventsResponse response(PutEventsResultEntry... entries) {
        return PutEventsResponse.builder().entries(entries).build();
    }
}

package io.digitalworker.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** The bus on EventBridge. {@code PutEvents} answers 200 with failed entries: each is looked at. */
public final class EventBridgeBus implements EventBus {
    private static final Logger LOG = LoggerFactory.getLogger(EventBridgeBus.class);

    private final EventBridgeClient client;
    private final String busName;

    public EventBridgeBus(EventBridgeClient client, String busName) {
        this.client = client;
        this.busName = busName;
    }

    @Override
    public List<Boolean> publish(List<StoredEvent> events) {
        PutEventsRequest request =
                PutEventsRequest.builder()
                        .entries(events.stream().map(this::entry).toList())
                        .build();
        try {
            return taken(events, client.putEvents(request));
        } catch (SdkException e) {
            LOG.warn("bus out of reach: {} events wait ({})", events.size(), name(e));
            return Collections.nCopies(events.size(), false);
        }
    }

    private PutEventsRequestEntry entry(StoredEvent stored) {
        return PutEventsRequestEntry.builder()
                .eventBusName(busName)
                .source(stored.source().onBus())
                .detailType(stored.event().detailType())
                .detail(stored.detail())
                .time(stored.event().occurredAt())
                .build();
    }

    private static List<Boolean> taken(List<StoredEvent> events, PutEventsResponse response) {
        List<Boolean> taken = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            PutEventsResultEntry entry = response.entries().get(i);
            if (entry.errorCode() != null) {
                LOG.warn(
                        "bus refused {} {} of job {}: {}",
                        events.get(i).event().detailType(),
                        events.get(i).event().sequence(),
                        events.get(i).event().jobId(),
                        entry.errorCode());
            }
            taken.add(entry.errorCode() == null);
        }
        return List.copyOf(taken);
    }

    private static String name(SdkException fault) {
        return fault.getClass().getSimpleName();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the history: due until the bus took it. */
final class EventItem {
    private static final Logger LOG = LoggerFactory.getLogger(EventItem.class);

    private EventItem() {}

    static Item of(StoredEvent stored, AttributeValue expiresAt) {
        JobEvent event = stored.event();
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(event.jobId()));
        item.put(Items.METADATA, Values.text(Items.event(event.sequence())));
        item.put(Items.SOURCE, Values.text(stored.source().onBus()));
        item.put(Items.DETAIL_TYPE, Values.text(event.detailType()));
        item.put(Items.DETAIL, Values.text(stored.detail()));
        item.put(Items.EVENT_ID, Values.text(event.eventId()));
        item.put(Items.SEQUENCE, Values.number(event.sequence()));
        item.put(Items.OCCURRED_AT, Values.time(event.occurredAt()));
        Due due = Due.of(DueKind.EVENT, stored.source(), event.jobId());
        item.put(Items.DUE, Values.text(due.key()));
        item.put(Items.DUE_AT, Values.time(event.occurredAt()));
        item.put(Items.EXPIRES_AT, expiresAt);
        return new Item(item);
    }

    /** Absent where a later version wrote what this one does not know. */
    static Optional<StoredEvent> read(Item item) {
        String detail = item.text(Items.DETAIL);
        try {
            EventSource source = EventJson.source(item.text(Items.SOURCE));
            JobEvent event = EventJson.ofDetail(item.text(Items.DETAIL_TYPE), detail);
            return Optional.of(new StoredEvent(source, event, detail));
        } catch (EventJson.UnreadableEvent e) {
            LOG.warn(
                    "passed over {} of job {}: {}",
                    item.text(Items.METADATA),
                    item.text(Items.JOB_ID),
                    e.getMessage());
            return Optional.empty();
        }
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The history as outbox: events are due until the bus took them. Sending one twice does no harm. */
final class Outbox {
    private static final int BATCH = 10;
    private static final int PER_PASS = 200;

    private final Transitions transitions;
    private final Table table;

    Outbox(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
    }

    List<DueItem> due(DueKind kind, EventSource owner, Instant until, int limit) {
        List<DueItem> found = new ArrayList<>();
        for (int shard = 0; shard < Due.SHARDS; shard++) {
            for (Item key : table.due(new Due(kind, owner, shard), until.toEpochMilli(), limit)) {
                found.add(
                        new DueItem(
                                key.text(Items.JOB_ID),
                                key.text(Items.METADATA),
                                key.time(Items.DUE_AT)));
            }
        }
        found.sort(
                Comparator.comparing(DueItem::dueAt)
                        .thenComparing(DueItem::jobId)
                        .thenComparing(DueItem::metadata));
        return List.copyOf(found);
    }

    int relay(EventBus bus, EventSource source, Duration age) {
        // the bound is exclusive: an event of just this age goes along
        Instant until = transitions.now().minus(age).plusMillis(1);
        List<StoredEvent> waiting = new ArrayList<>();
        for (DueItem due : due(DueKind.EVENT, source, until, PER_PASS)) {
            unsent(due).ifPresent(waiting::add);
        }
        return send(bus, waiting);
    }

    private Optional<StoredEvent> unsent(DueItem due) {
        return table.read(due.jobId(), due.metadata())
                .filter(item -> item.has(Items.DUE))
                .flatMap(EventItem::read);
    }

    int send(EventBus bus, List<StoredEvent> events) {
        int sent = 0;
        for (int from = 0; from < events.size(); from += BATCH) {
            List<StoredEvent> batch = events.subList(from, Math.min(from + BATCH, events.size()));
            List<Boolean> taken = bus.publish(batch);
            for (int i = 0; i < batch.size(); i++) {
                if (taken.get(i)) {
                    noteSent(batch.get(i));
                    sent++;
                }
            }
        }
        return sent;
    }

    private void noteSent(StoredEvent stored) {
        Edit edit =
                new Edit(stored.event().jobId(), Items.event(stored.event().sequence()))
                        .set(Items.SENT_AT, Values.time(transitions.now()))
                        .notDue()
                        .expectExists();
        // refused where the item has expired meanwhile
        Table.Written ignored = table.update(edit);
    }
}

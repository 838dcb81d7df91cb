package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The notifications of a job (design §4.4): one item per event and channel. */
public final class Deliveries {
    static final String PENDING = "pending";
    static final String DELIVERED = "delivered";
    static final String UNDELIVERED = "undelivered";

    private final Table table;
    private final Retention retention;
    private final Clock clock;

    Deliveries(Table table, Retention retention, Clock clock) {
        this.table = table;
        this.retention = retention;
        this.clock = clock;
    }

    /** Notes a delivery as due now; an existing one is left alone. */
    public void schedule(String jobId, String channel, String eventId, long sequence) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(jobId));
        item.put(Items.METADATA, Values.text(Items.delivery(channel, eventId)));
        item.put(Items.CHANNEL, Values.text(channel));
        item.put(Items.EVENT_ID, Values.text(eventId));
        item.put(Items.SEQUENCE, Values.number(sequence));
        item.put(Items.STATE, Values.text(PENDING));
        item.put(Items.ATTEMPTS, Values.number(0));
        item.put(Items.DUE, Values.text(due(jobId).key()));
        item.put(Items.DUE_AT, Values.time(now()));
        item.put(Items.EXPIRES_AT, expiresAt(jobId));
        // refused where it was noted before
        Table.Written ignored = table.insert(new Item(item));
    }

    /**
     * Begins the next attempt if it is due: counts it and keeps others away for {@code lease}.
     *
     * @return the delivery with its attempt counted, absent if it is over, not due, or another's
     */
    public Optional<Delivery> begin(String jobId, String channel, String eventId, Duration lease) {
        Instant now = now();
        Item seen = item(jobId, channel, eventId).orElse(null);
        if (seen == null || !isPending(seen) || seen.time(Items.DUE_AT).isAfter(now)) {
            return Optional.empty();
        }
        Edit edit =
                edit(jobId, channel, eventId)
                        .set(Items.ATTEMPTS, Values.number(seen.number(Items.ATTEMPTS) + 1))
                        .set(Items.DUE_AT, Values.time(now.plus(lease)))
                        .expectAsSeen(seen, Items.STATE, Items.ATTEMPTS, Items.DUE_AT);
        Item begun = edit.applyTo(seen);
        boolean mine =
                switch (table.update(edit)) {
                    case DONE -> true;
                    case REFUSED -> false;
                    case UNCERTAIN -> isSame(begun, item(jobId, channel, eventId));
                };
        return mine ? Optional.of(read(begun)) : Optional.empty();
    }

    /** The receiver has it. */
    public void delivered(Delivery begun) {
        end(edit(begun), DELIVERED);
    }

    /** It failed; try again then. */
    public void again(Delivery begun, Instant dueAt) {
        update(ofAttempt(begun).set(Items.DUE_AT, Values.time(dueAt)));
    }

    /** It failed for good. */
    public void undelivered(Delivery begun) {
        end(ofAttempt(begun), UNDELIVERED);
    }

    /** Of a job, by event and channel. */
    public List<Delivery> of(String jobId) {
        return table.partition(jobId, Items.DELIVERY_PREFIX).stream()
                .filter(item -> !item.isExpired(now()))
                .map(Deliveries::read)
                .sorted(
                        Comparator.comparingLong(Delivery::sequence)
                                .thenComparing(Delivery::channel))
                .toList();
    }

    static Due due(String jobId) {
        return Due.of(DueKind.DELIVERY, EventSource.NOTIFIER, jobId);
    }

    static Edit edit(Delivery delivery) {
        return edit(delivery.jobId(), delivery.channel(), delivery.eventId());
    }

    private static Edit edit(String jobId, String channel, String eventId) {
        return new Edit(jobId, Items.delivery(channel, eventId));
    }

    /** Only while the attempt is the last one begun: whoever took too long does not decide. */
    private static Edit ofAttempt(Delivery begun) {
        return edit(begun).expect(Items.ATTEMPTS, Values.number(begun.attempts()));
    }

    private void end(Edit edit, String state) {
        update(edit.set(Items.STATE, Values.text(state)).notDue());
    }

    private void update(Edit edit) {
        // refused where it is over, or another attempt has begun
        Table.Written ignored = table.update(edit.expect(Items.STATE, Values.text(PENDING)));
    }

    private Optional<Item> item(String jobId, String channel, String eventId) {
        return table.read(jobId, Items.delivery(channel, eventId))
                .filter(item -> !item.isExpired(now()));
    }

    private static boolean isSame(Item begun, Optional<Item> found) {
        return found.map(Deliveries::read).map(read(begun)::equals).orElse(false);
    }

    private static boolean isPending(Item item) {
        return item.text(Items.STATE).equals(PENDING);
    }

    static Delivery read(Item item) {
        return new Delivery(
                item.text(Items.JOB_ID),
                item.text(Items.CHANNEL),
                item.text(Items.EVENT_ID),
                item.number(Items.SEQUENCE),
                item.text(Items.STATE),
                (int) item.number(Items.ATTEMPTS),
                item.timeOrNull(Items.DUE_AT));
    }

    private AttributeValue expiresAt(String jobId) {
        return table.read(jobId, Items.JOB)
                .map(job -> Values.number(job.number(Items.EXPIRES_AT)))
                .orElseGet(() -> retention.expiresAt(now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

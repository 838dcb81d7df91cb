package io.digitalworker.ledger;

import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Batches (docs/adr/0020): items {@code <batchId>} / {@code batch}, due until they are completed. One
 * instance at a time works on a batch: it begins for a while and notes how far it came; where it is
 * killed another one goes on after that while.
 */
public final class Batches {
    private static final String RUNNING = "running";
    private static final String COMPLETED = "completed";
    private static final long ONLY_EVENT = 1;

    private final Transitions transitions;
    private final Table table;

    Batches(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
    }

    /**
     * Commits a batch and the deletion of what was asked, and the key with it. It is due at once.
     *
     * @throws ClaimLost if another request holds the key by now; there is no batch then
     */
    public Batch submit(NewBatch batch, @Nullable KeyUse key) {
        Instant now = transitions.now();
        String mutation = transitions.newId();
        Item item = item(batch, mutation, now);
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Insert(item));
        writes.add(
                new Write.Insert(
                        DeletionItem.ofBatch(batch.batchId(), now, transitions.retention())));
        if (key != null) {
            writes.add(RequestKeys.done(key, batch.batchId()));
        }
        if (!table.transact(mutation, writes) && !isWritten(batch.batchId(), mutation)) {
            throw key == null
                    ? new IllegalStateException("batch id was used before: " + batch.batchId())
                    : new ClaimLost(batch.batchId(), key.held().fence());
        }
        return read(item);
    }

    /** Consistent read; items past their {@code ExpiresAt} are absent. */
    public Optional<Batch> find(String batchId) {
        return stored(batchId).map(Batches::read);
    }

    /**
     * Begins to work on a batch that is due, and keeps others away for a while.
     *
     * @return empty if it is completed, not due, or another's
     */
    public Optional<Batch> begin(String batchId, Duration lease) {
        Instant now = transitions.now();
        Item seen = stored(batchId).orElse(null);
        if (seen == null || !seen.has(Items.DUE) || seen.time(Items.DUE_AT).isAfter(now)) {
            return Optional.empty();
        }
        Edit edit =
                new Edit(batchId, Items.BATCH)
                        .set(Items.DUE_AT, Values.time(now.plus(lease)))
                        .expectAsSeen(seen, Items.DUE, Items.DUE_AT);
        // uncertain where it may be ours: another one, or the next pass, goes on after the lease
        return table.update(edit) == Table.Written.DONE
                ? Optional.of(read(seen))
                : Optional.empty();
    }

    /**
     * Notes how far a batch has come, and when it is to be looked at again.
     *
     * @param made how many jobs there are, from the first
     * @param ended how many of them have ended, from the first
     */
    public void advance(String batchId, int made, int ended, Instant again) {
        Edit edit =
                new Edit(batchId, Items.BATCH)
                        .set(Items.MADE, Values.number(made))
                        .set(Items.ENDED, Values.number(ended))
                        .set(Items.DUE_AT, Values.time(again))
                        .expect(Items.STATE, Values.text(RUNNING));
        // refused where it is completed
        Table.Written ignored = table.update(edit);
    }

    /** Every job has ended: with {@code BatchCompleted}, once only. */
    public void complete(Batch batch, int succeeded, int failed) {
        Instant now = transitions.now();
        Edit edit =
                new Edit(batch.batchId(), Items.BATCH)
                        .set(Items.STATE, Values.text(COMPLETED))
                        .set(Items.END_TIME, Values.time(now))
                        .set(Items.MADE, Values.number(batch.jobs().size()))
                        .set(Items.ENDED, Values.number(batch.jobs().size()))
                        .notDue()
                        .expect(Items.STATE, Values.text(RUNNING));
        JobEvent event = completed(batch, succeeded, failed, now);
        // false where it was completed before
        boolean ignored =
                transitions.commit(
                        event.eventId(),
                        List.of(edit),
                        List.of(event),
                        transitions.retention().expiresAt(batch.submittedAt()));
    }

    private JobEvent completed(Batch batch, int succeeded, int failed, Instant now) {
        return new BatchCompleted(
                JobEvent.VERSION,
                transitions.newId(),
                batch.batchId(),
                1,
                ONLY_EVENT,
                now,
                batch.requestId(),
                batch.traceparent(),
                batch.batchId(),
                succeeded,
                failed);
    }

    private Optional<Item> stored(String batchId) {
        return table.read(batchId, Items.BATCH).filter(item -> !item.isExpired(transitions.now()));
    }

    private boolean isWritten(String batchId, String mutation) {
        return stored(batchId)
                .filter(item -> item.text(Items.MUTATION).equals(mutation))
                .isPresent();
    }

    private Item item(NewBatch batch, String mutation, Instant now) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(batch.batchId()));
        item.put(Items.METADATA, Values.text(Items.BATCH));
        item.put(Items.PRINCIPAL, Values.text(batch.owner()));
        item.put(Items.STATE, Values.text(RUNNING));
        item.put(Items.CREATED_AT, Values.time(now));
        item.put(Items.OBJECT, JobItem.reference(batch.request()));
        item.put(Items.OPTIONS, JobItem.reference(batch.options()));
        item.put(Items.CALLBACK, Values.truth(batch.callback()));
        item.put(Items.REQUEST_ID, Values.text(batch.requestId()));
        if (batch.traceparent() != null) {
            item.put(Items.TRACEPARENT, Values.text(batch.traceparent()));
        }
        item.put(Items.JOBS, Values.list(batch.jobs().stream().map(Batches::entry).toList()));
        item.put(Items.MADE, Values.number(0));
        item.put(Items.ENDED, Values.number(0));
        item.put(Items.MUTATION, Values.text(mutation));
        Due due = Due.of(DueKind.BATCH, EventSource.INGEST, batch.batchId());
        item.put(Items.DUE, Values.text(due.key()));
        item.put(Items.DUE_AT, Values.time(now));
        item.put(Items.EXPIRES_AT, transitions.retention().expiresAt(now));
        return new Item(item);
    }

    private static AttributeValue entry(Batch.Entry entry) {
        return Values.map(
                Map.of(
                        Items.JOB_ID, Values.text(entry.jobId()),
                        Items.MODULE_NAME, Values.text(entry.moduleName())));
    }

    private static Batch.Entry entry(AttributeValue value) {
        Item entry = new Item(value.m());
        return new Batch.Entry(entry.text(Items.JOB_ID), entry.text(Items.MODULE_NAME));
    }

    private static Batch read(Item item) {
        return new Batch(
                item.text(Items.JOB_ID),
                item.text(Items.PRINCIPAL),
                JobItem.reference(item.map(Items.OBJECT)),
                JobItem.reference(item.map(Items.OPTIONS)),
                item.truth(Items.CALLBACK),
                item.text(Items.REQUEST_ID),
                item.textOrNull(Items.TRACEPARENT),
                item.list(Items.JOBS).stream().map(Batches::entry).toList(),
                item.time(Items.CREATED_AT),
                (int) item.number(Items.MADE),
                (int) item.number(Items.ENDED),
                item.timeOrNull(Items.END_TIME));
    }
}

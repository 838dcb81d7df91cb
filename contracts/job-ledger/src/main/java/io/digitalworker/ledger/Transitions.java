package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The one way in which a job changes: a conditional transaction of the job and its next events. Its
 * mutation id is the first event's id. When the condition does not hold, the history tells whether an
 * earlier try had taken effect; if not, the plan is asked again about the job as it is now (design §4.5).
 */
final class Transitions {
    /** Each round lost means that somebody else's transition went through. */
    private static final int ROUNDS = 30;

    private final Table table;
    private final EventSource service;
    private final Retention retention;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Consumer<StoredEvent> afterCommit;

    /** Decides on a job as seen: what to write, telling the chronicle at least one event. */
    @FunctionalInterface
    interface Plan {
        /**
         * @return null where the state does not allow it
         */
        @Nullable Move move(Seen seen, Chronicle chronicle);
    }

    /** What came of a transition. */
    sealed interface Outcome {
        /** It was done by this call. */
        record Done(Seen after) implements Outcome {}

        /** The state as seen last does not allow it; null where there is no job. */
        record NotAllowed(@Nullable Seen seen) implements Outcome {}

        default Change change() {
            if (this instanceof Done done) {
                return new Change.Applied(done.after().job());
            }
            Seen seen = ((NotAllowed) this).seen();
            return new Change.Refused(seen == null ? null : seen.job());
        }
    }

    Transitions(
            Table table,
            EventSource service,
            Retention retention,
            Clock clock,
            Supplier<String> ids,
            Consumer<StoredEvent> afterCommit) {
        this.table = table;
        this.service = service;
        this.retention = retention;
        this.clock = clock;
        this.ids = ids;
        this.afterCommit = afterCommit;
    }

    Table table() {
        return table;
    }

    Retention retention() {
        return retention;
    }

    /** In the table's precision. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    String newId() {
        return ids.get();
    }

    Optional<Seen> read(String jobId) {
        return table.read(jobId, Items.JOB)
                .filter(item -> !item.isExpired(clock.instant()))
                .map(Seen::of);
    }

    Outcome apply(String jobId, Plan plan) {
        return apply(jobId, read(jobId).orElse(null), plan);
    }

    /**
     * @param known the job as seen before; may be stale
     */
    Outcome apply(String jobId, @Nullable Seen known, Plan plan) {
        Seen seen = known;
        for (int round = 0; round < ROUNDS; round++) {
            if (seen == null) {
                return new Outcome.NotAllowed(null);
            }
            Chronicle chronicle = new Chronicle(seen.job(), now(), ids);
            Move move = plan.move(seen, chronicle);
            if (move == null) {
                return new Outcome.NotAllowed(seen);
            }
            if (commit(seen, move, chronicle.events())) {
                return new Outcome.Done(seen.after(move.job()));
            }
            seen = read(jobId).orElse(null);
        }
        throw new LedgerUnavailable(
                "transition", new ConcurrentModificationException("kept conflicting"));
    }

    private boolean commit(Seen seen, Move move, List<JobEvent> events) {
        String mutation = events.get(0).eventId();
        Edit job = move.job();
        job.set(Items.SEQUENCE, Values.number(events.get(events.size() - 1).sequence()))
                .set(Items.MUTATION, Values.text(mutation))
                .expectAsSeen(
                        seen.item(), Items.STATUS, Items.ATTEMPT, Items.FENCE, Items.SEQUENCE);
        List<Write> writes = new ArrayList<>();
        writes.add(job);
        writes.addAll(move.others());
        return commit(mutation, writes, events, seen.expiresAt());
    }

    /** Commits writes with their events, and hands these on once it is done. */
    boolean commit(
            String mutation, List<Write> writes, List<JobEvent> events, AttributeValue expiresAt) {
        List<StoredEvent> stored = events.stream().map(this::stored).toList();
        List<Write> all = new ArrayList<>(writes);
        stored.forEach(event -> all.add(new Write.Insert(EventItem.of(event, expiresAt))));
        boolean done = table.transact(mutation, all) || isWritten(events.get(0));
        if (done) {
            stored.forEach(afterCommit);
        }
        return done;
    }

    private StoredEvent stored(JobEvent event) {
        return new StoredEvent(service, event, EventJson.detail(event));
    }

    private boolean isWritten(JobEvent event) {
        return table.read(event.jobId(), Items.event(event.sequence()))
                .map(item -> item.text(Items.EVENT_ID).equals(event.eventId()))
                .orElse(false);
    }
}

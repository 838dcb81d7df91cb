package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The jobs: submitted, found, claimed, ended from outside, redriven. Every transition writes its event
 * in the same transaction and hands it to {@code afterCommit}. Throws {@link LedgerUnavailable} where
 * the table is out of reach.
 */
public final class JobLedger {
    /**
     * @param ids makes event ids and mutation ids
     * @param afterCommit is given each committed event, and must not block or throw
     */
    public JobLedger(
            DynamoDbClient db,
            String table,
            EventSource service,
            Retention retention,
            Clock clock,
            Supplier<String> ids,
            Consumer<StoredEvent> afterCommit) {}

    /** Commits a job, its deletion and {@code JobSubmitted}. Repeating it with the same jobId is harmless. */
    public Job submit(NewJob job) {
        throw new UnsupportedOperationException();
    }

    /** Consistent read; items past their {@code ExpiresAt} are absent. */
    public Optional<Job> find(String jobId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Asks for the claim: of a {@code Pending} job, or of a {@code Running} one whose claim has ended.
     * The job is {@code Running} in stage {@code open} then, with the event {@code JobProgressed}. A job
     * past its deadline becomes {@code Failed} (final, {@code TIMED_OUT}) instead.
     *
     * @param attempt of the message; another one than the job's leaves nothing to do
     */
    public ClaimAttempt claim(String jobId, int attempt) {
        throw new UnsupportedOperationException();
    }

    /** Ends an unfinished job whoever holds it; the fence moves on. Refused for a terminal one. */
    public Change fail(String jobId, JobFault fault) {
        throw new UnsupportedOperationException();
    }

    /**
     * A claim that ended unnoticed: the job is announced again ({@code JobSubmitted}, same attempt), or
     * {@code TIMED_OUT} past its deadline. Refused where the claim is live or the job terminal.
     */
    public Change rescue(String jobId) {
        throw new UnsupportedOperationException();
    }

    /** {@code Failed} (recoverable) to {@code Pending} with the next attempt and {@code JobSubmitted}. */
    public Change redrive(String jobId) {
        throw new UnsupportedOperationException();
    }

    /** The history in its order. */
    public List<StoredEvent> events(String jobId) {
        throw new UnsupportedOperationException();
    }

    public Optional<StoredEvent> event(String jobId, long sequence) {
        throw new UnsupportedOperationException();
    }

    /**
     * What is due, oldest first, at most {@code limit} of each shard.
     *
     * @param until exclusive upper bound of {@code DueAt}
     */
    public List<DueItem> due(DueKind kind, EventSource owner, Instant until, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Sends what this service has not sent yet and is older than {@code age}.
     *
     * @return how many the bus took
     */
    public int relay(EventBus bus, EventSource source, Duration age) {
        throw new UnsupportedOperationException();
    }

    /** Sends these events, and notes those that the bus took as sent. */
    public int send(EventBus bus, List<StoredEvent> events) {
        throw new UnsupportedOperationException();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The dead letters: kept with the state they cause, listed, redriven, discarded (design §3). */
public final class DeadLetters {
    public DeadLetters(
            DynamoDbClient db,
            String table,
            EventSource service,
            Retention retention,
            Clock clock,
            Supplier<String> ids,
            Consumer<StoredEvent> afterCommit) {}

    /**
     * Keeps a letter of {@code generate}. In one transaction with it the job becomes {@code Failed}
     * (recoverable), with {@code JobFailed} and {@code MessageDeadLettered}, if it still is at the
     * message's attempt, not terminal and not under a live claim; otherwise the letter alone is kept.
     * Repeating it is harmless.
     */
    public void keepOfJob(DeadLetter letter, int attempt) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a letter of {@code notify}; the deliveries of its event that are pending become undelivered. */
    public void keepOfNotification(DeadLetter letter) {
        throw new UnsupportedOperationException();
    }

    /** Keeps a letter that changes nothing else: of {@code cleanup}, or one that cannot be read. */
    public void keep(DeadLetter letter) {
        throw new UnsupportedOperationException();
    }

    /** Those that wait, oldest first; may lag by seconds. */
    public List<DeadLetter> waiting(int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<DeadLetter> find(String jobId, String queue, String messageId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Redrives: of {@code generate} the job's next attempt ({@link JobLedger#redrive}), of {@code notify}
     * its deliveries once more, of {@code cleanup} its deletion due now.
     */
    public Change redrive(DeadLetter letter) {
        throw new UnsupportedOperationException();
    }

    /** Closes a letter without doing anything about it. */
    public void discard(DeadLetter letter) {
        throw new UnsupportedOperationException();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The deletion item of a job: due from the submission on, a record afterwards (design §4.1, §4.5). */
public final class Deletions {
    public Deletions(
            DynamoDbClient db,
            String table,
            EventSource service,
            Retention retention,
            Clock clock,
            Supplier<String> ids,
            Consumer<StoredEvent> afterCommit) {}

    public Optional<Deletion> find(String jobId) {
        throw new UnsupportedOperationException();
    }

    /** The source went early; with {@code ArtifactsDeleted} (scope {@code source}). Once only. */
    public void sourceGone(String jobId, int objects, long bytes) {
        throw new UnsupportedOperationException();
    }

    /** Everything is gone; with {@code ArtifactsDeleted} (scope {@code all}). Once only. */
    public void allGone(String jobId, int objects, long bytes) {
        throw new UnsupportedOperationException();
    }

    /** Looks again then: a worker that was shut out may still have been writing. */
    public void again(String jobId, Instant dueAt) {
        throw new UnsupportedOperationException();
    }
}

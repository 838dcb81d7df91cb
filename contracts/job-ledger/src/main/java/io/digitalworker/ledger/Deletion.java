package io.digitalworker.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of what a job left in the buckets, and its record.
 *
 * @param dueAt when everything goes
 * @param demandedAt when somebody asked for it before its time
 * @param sourceDeletedAt when the source went before its time, after a final failure
 * @param deletedAt when everything was gone
 * @param objects deleted so far
 * @param bytes deleted so far
 */
public record Deletion(
        String jobId,
        Instant dueAt,
        @Nullable Instant demandedAt,
        @Nullable Instant sourceDeletedAt,
        @Nullable Instant deletedAt,
        int objects,
        long bytes) {
    /** Whether the source is gone, or about to go because somebody asked for it. */
    public boolean takesSource() {
        return demandedAt != null || sourceDeletedAt != null || deletedAt != null;
    }
}

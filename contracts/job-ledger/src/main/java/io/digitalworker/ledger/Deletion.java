package io.digitalworker.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The deletion of what a job left in the buckets, and its record.
 *
 * @param dueAt when everything goes
 * @param sourceDeletedAt when the source went before its time, after a final failure
 * @param deletedAt when everything was gone
 * @param objects deleted so far
 * @param bytes deleted so far
 */
public record Deletion(
        String jobId,
        Instant dueAt,
        @Nullable Instant sourceDeletedAt,
        @Nullable Instant deletedAt,
        int objects,
        long bytes) {}

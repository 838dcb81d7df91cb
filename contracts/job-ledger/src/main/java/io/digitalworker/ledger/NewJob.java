package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job to be committed; its objects are already stored.
 *
 * @param owner the principal it belongs to
 * @param archive absent where the options do without
 * @param existing the partial document to be kept, where one came
 * @param callback whether its options name a callback address
 * @param revises what it revises; absent for a job with a source of its own
 */
public record NewJob(
        String jobId,
        String owner,
        String moduleName,
        @Nullable ObjectRef archive,
        ObjectRef descriptor,
        ObjectRef options,
        @Nullable ObjectRef existing,
        boolean callback,
        String requestId,
        @Nullable String traceparent,
        @Nullable RevisionOf revises) {
    /** A job with a source of its own. */
    public NewJob(
            String jobId,
            String owner,
            String moduleName,
            @Nullable ObjectRef archive,
            ObjectRef descriptor,
            ObjectRef options,
            @Nullable ObjectRef existing,
            boolean callback,
            String requestId,
            @Nullable String traceparent) {
        this(
                jobId,
                owner,
                moduleName,
                archive,
                descriptor,
                options,
                existing,
                callback,
                requestId,
                traceparent,
                null);
    }

    /** When what it leaves in the buckets goes, if it is submitted then. */
    Instant deletionAt(Instant submittedAt, Retention retention) {
        return revises == null ? submittedAt.plus(retention.deleteAfter()) : revises.deletionAt();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that were submitted together. Their ids are given out when the batch is committed; the jobs are
 * made after that, in their order.
 *
 * @param options of the batch itself: they hold the callback address
 * @param callback whether they name one
 * @param made how many jobs there are, from the first
 * @param ended how many of them are known to have ended, from the first
 * @param completedAt when the last one ended; absent before
 */
public record Batch(
        String batchId,
        String owner,
        ObjectRef request,
        ObjectRef options,
        boolean callback,
        String requestId,
        @Nullable String traceparent,
        List<Entry> jobs,
        Instant submittedAt,
        int made,
        int ended,
        @Nullable Instant completedAt) {
    public Batch {
        jobs = List.copyOf(jobs);
    }

    /** Whether every job has been made. */
    public boolean isMade() {
        return made == jobs.size();
    }

    /** One of its jobs, whether there is one already or not. */
    public record Entry(String jobId, String moduleName) {}
}

package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch to be committed; its objects are already stored.
 *
 * @param owner the principal it belongs to, and its jobs
 * @param request what was asked, from which the jobs are made
 * @param options of the batch itself: they hold the callback address
 * @param callback whether they name one
 * @param jobs in the order of the submissions
 */
public record NewBatch(
        String batchId,
        String owner,
        ObjectRef request,
        ObjectRef options,
        boolean callback,
        String requestId,
        @Nullable String traceparent,
        List<Batch.Entry> jobs) {
    public NewBatch {
        jobs = List.copyOf(jobs);
    }
}

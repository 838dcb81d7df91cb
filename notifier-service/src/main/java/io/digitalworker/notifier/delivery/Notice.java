package io.digitalworker.notifier.delivery;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.StoredEvent;

/**
 * What is to be told, and what channels must know of the job, or of the batch, that it is told about.
 *
 * @param subject id of the job or the batch
 * @param owner the principal whose secret signs
 * @param options they hold the callback address
 * @param name of the module, for subscribers to filter by; empty for a batch, which has many
 * @param stored the event with its JSON; it may be of an earlier attempt
 */
public record Notice(
        String subject,
        String owner,
        ObjectRef options,
        String requestId,
        String name,
        StoredEvent stored) {
    /** The end of an attempt of a job. */
    public Notice(Job job, StoredEvent stored) {
        this(job.jobId(), job.owner(), job.options(), job.requestId(), job.moduleName(), stored);
    }

    /** The end of a batch. */
    public Notice(Batch batch, StoredEvent stored) {
        this(batch.batchId(), batch.owner(), batch.options(), batch.requestId(), "", stored);
    }
}

package io.digitalworker.ingest.batch;

import io.digitalworker.api.BatchView;
import io.digitalworker.api.BatchView.JobInBatch;
import io.digitalworker.api.JobStatus;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Shows a batch to its owner. One of somebody else is as absent as one that never was. */
@Singleton
public final class ShowBatch {
    private static final Pattern BATCH_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Batches batches;
    private final JobLedger ledger;
    private final BatchEstimate estimate;
    private final Clock clock;

    ShowBatch(Batches batches, JobLedger ledger, BatchConfig config, Clock clock) {
        this.batches = batches;
        this.ledger = ledger;
        this.estimate = new BatchEstimate(config);
        this.clock = clock;
    }

    /**
     * @param statusUrl the address of a job, by its id
     */
    public Optional<BatchView> show(
            String batchId, Caller caller, UnaryOperator<String> statusUrl) {
        return BATCH_ID.matcher(batchId).matches()
                ? batches.find(batchId)
                        .filter(batch -> batch.owner().equals(caller.principal()))
                        .map(batch -> view(batch, statusUrl))
                : Optional.empty();
    }

    /** What is told of a batch that was accepted, just now or before. */
    AcceptedBatch accepted(Batch batch) {
        Instant completion = estimate.of(batch, batch.ended(), clock.instant());
        return new AcceptedBatch(batch.batchId(), status(batch), completion);
    }

    private BatchView view(Batch batch, UnaryOperator<String> statusUrl) {
        List<JobInBatch> jobs = new ArrayList<>();
        for (int i = 0; i < batch.jobs().size(); i++) {
            jobs.add(job(i, batch.jobs().get(i), statusUrl));
        }
        BatchView.Counts counts =
                new BatchView.Counts(
                        count(jobs, JobStatus.Pending),
                        count(jobs, JobStatus.Running),
                        count(jobs, JobStatus.Succeeded),
                        count(jobs, JobStatus.Failed));
        return new BatchView(
                batch.batchId(),
                status(batch),
                batch.submittedAt(),
                estimate.of(batch, counts.succeeded() + counts.failed(), clock.instant()),
                counts,
                jobs);
    }

    private static String status(Batch batch) {
        return batch.completedAt() == null ? BatchView.RUNNING : BatchView.COMPLETED;
    }

    /** One that is not made yet is pending. */
    private JobInBatch job(int index, Batch.Entry entry, UnaryOperator<String> statusUrl) {
        Optional<Job> job = ledger.find(entry.jobId());
        return new JobInBatch(
                index,
                entry.jobId(),
                job.map(Job::status).orElse(JobStatus.Pending),
                entry.moduleName(),
                job.map(Job::fault).map(ShowBatch::code).orElse(null),
                statusUrl.apply(entry.jobId()));
    }

    private static String code(JobFault fault) {
        return fault.code().name();
    }

    private static int count(List<JobInBatch> jobs, JobStatus status) {
        return (int) jobs.stream().filter(job -> job.status() == status).count();
    }
}

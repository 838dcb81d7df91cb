package io.digitalworker.ingest.status;

import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Summary;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The jobs of one principal: the only way for a resource to see a job (design §4.1). A job of somebody
 * else is as absent as one that never was.
 */
public final class OwnedJobs {
    /** Other partition keys of the table never look like this (design §4.5). */
    private static final Pattern JOB_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final String principal;
    private final JobLedger ledger;
    private final Deliveries deliveries;
    private final Deletions deletions;
    private final Budgets budgets;

    OwnedJobs(
            String principal,
            JobLedger ledger,
            Deliveries deliveries,
            Deletions deletions,
            Budgets budgets) {
        this.principal = principal;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.deletions = deletions;
        this.budgets = budgets;
    }

    public Optional<OwnedJob> find(String jobId) {
        if (!JOB_ID.matcher(jobId).matches()) {
            return Optional.empty();
        }
        return ledger.find(jobId).filter(this::isMine).map(this::withRest);
    }

    private boolean isMine(Job job) {
        return job.owner().equals(principal);
    }

    private OwnedJob withRest(Job job) {
        return new OwnedJob(
                job, deliveries.of(job.jobId()), deletions.find(job.jobId()), usage(job));
    }

    /** What a job that succeeded took stands in it. */
    private JobUsage usage(Job job) {
        Summary summary = job.summary();
        return summary == null ? budgets.usage(job.jobId()) : summary.usage();
    }
}

package io.digitalworker.ingest.status;

import io.digitalworker.api.JobStatus;
import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.JobListing;
import io.digitalworker.ledger.JobPage;
import io.digitalworker.ledger.JobPosition;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.ledger.Summary;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
    private final JobListing listing;

    OwnedJobs(
            String principal,
            JobLedger ledger,
            Deliveries deliveries,
            Deletions deletions,
            Budgets budgets,
            JobListing listing) {
        this.listing = listing;
        this.principal = principal;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.deletions = deletions;
        this.budgets = budgets;
    }

    public Optional<OwnedJob> find(String jobId) {
        return job(jobId).map(this::withRest);
    }

    /** The job alone, in one read. */
    Optional<Job> job(String jobId) {
        if (!isJobId(jobId)) {
            return Optional.empty();
        }
        return ledger.find(jobId).filter(this::isMine);
    }

    /** What was asked for to delete, or is deleted, of a job of this principal. */
    Optional<Deletion> deletion(Job job) {
        return deletions.find(job.jobId());
    }

    /** A job to be looked at again and again, if there is one. */
    public FollowedJob followed(String jobId) {
        return new FollowedJob(this, jobId);
    }

    /** The history behind that sequence; of a job that {@link #job} has shown. */
    List<StoredEvent> eventsAfter(String jobId, long sequence) {
        return ledger.eventsAfter(jobId, sequence);
    }

    /** Some of this principal's jobs, newest first; see {@link JobListing#page}. */
    JobPage page(@Nullable JobStatus status, int limit, @Nullable JobPosition after) {
        return listing.page(principal, status, limit, after);
    }

    static boolean isJobId(String id) {
        return JOB_ID.matcher(id).matches();
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

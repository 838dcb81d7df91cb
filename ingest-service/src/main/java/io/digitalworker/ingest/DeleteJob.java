package io.digitalworker.ingest;

import io.digitalworker.api.JobDeletion;
import io.digitalworker.ingest.status.OwnedJobs;
import io.digitalworker.ingest.status.ShowStatus;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.JobLedger;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Ends a job that nobody wants any longer, and has everything deleted that it has; of a job that an archive
 * was submitted with, its revisions too. The deletion itself is cleanup-service's: it finishes what is
 * begun here, also where this process ends in between. Repeating it changes nothing.
 */
@Singleton
public final class DeleteJob {
    private static final Logger LOG = Logger.getLogger(DeleteJob.class);

    private final JobLedger ledger;
    private final Deletions deletions;

    DeleteJob(JobLedger ledger, Deletions deletions) {
        this.ledger = ledger;
        this.deletions = deletions;
    }

    /**
     * Deletes.
     *
     * @param jobs of the caller
     * @return empty where the caller has no such job
     */
    public Optional<JobDeletion> delete(OwnedJobs jobs, String jobId) {
        if (jobs.find(jobId).isEmpty()) {
            return Optional.empty();
        }
        demand(jobId);
        // from here on no revision is accepted: these are all there will ever be
        ledger.revisionsOf(jobId).forEach(this::demand);
        LOG.infof("deletion of job %s is due", jobId);
        return jobs.find(jobId).map(ShowStatus::deletion);
    }

    /** In this order: what is redriven or finished in between is deleted all the same. */
    private void demand(String jobId) {
        deletions.demand(jobId);
        var unused = ledger.cancel(jobId);
    }
}

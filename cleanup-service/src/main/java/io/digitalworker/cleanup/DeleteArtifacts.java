package io.digitalworker.cleanup;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.cleanup.removal.JobObjects;
import io.digitalworker.cleanup.removal.Removed;
import io.digitalworker.ledger.Change;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Retention;
import io.digitalworker.runtime.LoggedJob;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what a job left in the buckets, and records it: the source at once after a final failure,
 * everything at the deletion time (design §3, G6).
 */
@Singleton
public final class DeleteArtifacts {
    private static final Logger LOG = Logger.getLogger(DeleteArtifacts.class);

    /** Failures that shut out a worker which may not know of it yet. */
    private static final Set<String> FROM_OUTSIDE =
            Set.of(ErrorCode.TIMED_OUT.name(), ErrorCode.CANCELLED.name());

    private static final Duration LAST_WRITES = Duration.ofMinutes(1);

    private final JobLedger ledger;
    private final Deletions deletions;
    private final JobObjects objects;
    private final Retention retention;
    private final Clock clock;

    public DeleteArtifacts(
            JobLedger ledger,
            Deletions deletions,
            JobObjects objects,
            Retention retention,
            Clock clock) {
        this.ledger = ledger;
        this.deletions = deletions;
        this.objects = objects;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Deletes the source of a job that failed for good.
     *
     * @return how long after this it is to be looked at once more, since a worker may still have been
     *     writing; zero if nobody can be
     */
    public Duration ofSource(JobFailed failed) {
        Removed removed = objects.removeSource(failed.jobId());
        deletions.sourceGone(failed.jobId(), removed.objects(), removed.bytes());
        LoggedJob.during(
                failed.jobId(),
                failed.requestId(),
                () -> LOG.infof("source deleted, %d objects", removed.objects()));
        return untilQuiet(failed.code(), failed.occurredAt());
    }

    /**
     * Deletes everything of a job whose time has come. One that has not ended is failed first; its
     * deletion then stays due, and each pass looks again, until its worker must have noticed. A deletion
     * that somebody asked for takes the revisions of the job along: they are due from then on.
     */
    public void ofEverything(String jobId) {
        boolean demanded = isDemanded(jobId);
        if (demanded) {
            ledger.revisionsOf(jobId).forEach(deletions::demand);
        }
        Optional<Job> job = ledger.find(jobId).map(found -> ended(found, demanded));
        Duration untilQuiet = job.map(this::untilQuiet).orElse(Duration.ZERO);
        Removed removed = objects.removeAll(jobId);
        if (untilQuiet.isZero()) {
            deletions.allGone(
                    jobId,
                    removed.objects(),
                    removed.bytes(),
                    job.map(this::lookAgain).orElse(null));
        } else {
            deletions.sourceGone(jobId, removed.objects(), removed.bytes());
        }
        LoggedJob.during(
                jobId,
                job.map(Job::requestId).orElse(""),
                () -> LOG.infof("everything deleted, %d objects", removed.objects()));
    }

    private boolean isDemanded(String jobId) {
        return deletions.find(jobId).map(Deletion::demandedAt).isPresent();
    }

    /**
     * When to look once more for what a worker wrote that stood still while another one, or nobody, went
     * on: none works past its deadline.
     */
    private @Nullable Instant lookAgain(Job job) {
        Instant endedAt = job.endedAt();
        if (endedAt == null) {
            return null;
        }
        Instant at = endedAt.plus(retention.deadline()).plus(retention.claim());
        return at.isAfter(clock.instant()) ? at : null;
    }

    private Job ended(Job job, boolean demanded) {
        if (job.status().isTerminal()) {
            return job;
        }
        JobFault late = new JobFault(ErrorCode.TIMED_OUT, true, job.stage(), null);
        Change change = demanded ? ledger.cancel(job.jobId()) : ledger.fail(job.jobId(), late);
        if (change instanceof Change.Applied applied) {
            return applied.job();
        }
        Job other = ((Change.Refused) change).job();
        return other == null ? job : other;
    }

    private Duration untilQuiet(Job job) {
        return job.fault() == null || job.endedAt() == null
                ? Duration.ZERO
                : untilQuiet(job.fault().code().name(), job.endedAt());
    }

    private Duration untilQuiet(String code, Instant endedAt) {
        Instant quiet = endedAt.plus(retention.claim()).plus(LAST_WRITES);
        boolean later = FROM_OUTSIDE.contains(code) && clock.instant().isBefore(quiet);
        return later ? Duration.between(clock.instant(), quiet) : Duration.ZERO;
    }
}

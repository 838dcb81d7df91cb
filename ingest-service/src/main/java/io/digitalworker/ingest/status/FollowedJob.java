package io.digitalworker.ingest.status;

import io.digitalworker.api.JobStatus;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.StoredEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job of a caller, looked at again and again. Only {@link OwnedJobs} makes one. */
public final class FollowedJob {
    private final OwnedJobs jobs;
    private final String jobId;

    FollowedJob(OwnedJobs jobs, String jobId) {
        this.jobs = jobs;
        this.jobId = jobId;
    }

    /**
     * The job at one moment.
     *
     * @param sequence of the last event in its history
     * @param goesOn whether an event is to be expected without anybody asking for it: not at the end of an
     *     attempt, though an operator may begin another one
     */
    public record State(
            long sequence,
            JobStatus status,
            @Nullable String stage,
            int progress,
            boolean goesOn) {}

    /** As it is now; empty once the ledger has forgotten it. */
    public Optional<State> look() {
        return jobs.job(jobId).map(this::state);
    }

    private State state(Job job) {
        return new State(job.sequence(), job.status(), job.stage(), job.progress(), goesOn(job));
    }

    private boolean goesOn(Job job) {
        return !job.status().isTerminal()
                || jobs.deletion(job).filter(deletion -> isUnderWay(job, deletion)).isPresent();
    }

    /** What a final failure or the caller's wish deletes is told in seconds or minutes. */
    private static boolean isUnderWay(Job job, Deletion deletion) {
        if (deletion.deletedAt() != null) {
            return false;
        }
        boolean failed = job.fault() != null && job.fault().finalFailure();
        return deletion.demandedAt() != null || (failed && deletion.sourceDeletedAt() == null);
    }

    /** The history behind that sequence, complete up to the state that was looked at before. */
    public List<StoredEvent> eventsAfter(long sequence) {
        return jobs.eventsAfter(jobId, sequence);
    }
}

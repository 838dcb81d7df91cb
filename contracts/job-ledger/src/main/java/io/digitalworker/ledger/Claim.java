package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The right to work on a job, and the only way to write as its holder. It serialises its writes; each
 * carries the fence. A write that finds the fence moved on throws {@link ClaimLost}, and so does any
 * write after the claim is over; a table out of reach throws {@link LedgerUnavailable} (SDK faults never
 * come through), after which the same call may be repeated. Thread-safe.
 */
public final class Claim {
    private static final Duration BETWEEN_PROGRESS = Duration.ofSeconds(2);

    private final Transitions transitions;
    private final String jobId;
    private final long fence;
    private final Instant deadline;
    private volatile Seen seen;
    private volatile boolean lost;
    private boolean over;
    private Instant progressWrittenAt;

    Claim(Transitions transitions, Seen claimed) {
        this.transitions = transitions;
        this.jobId = claimed.job().jobId();
        this.fence = claimed.job().fence();
        this.deadline = Objects.requireNonNull(claimed.job().deadline(), "deadline");
        this.seen = claimed;
        this.progressWrittenAt = transitions.now();
    }

    /** The job as this claim last saw it. */
    public Job job() {
        return seen.job();
    }

    public long fence() {
        return fence;
    }

    /** After this moment the holder must {@link #fail} with {@code TIMED_OUT}. */
    public Instant deadline() {
        return deadline;
    }

    /**
     * Prolongs the claim; also one that has ended, as long as nobody else took the job.
     *
     * @return false if the claim is lost; true also where the table was out of reach, since the
     *     fence protects whatever is written later, and where the claim is over by the holder's own act
     */
    public synchronized boolean renew() {
        if (lost || over) {
            return !lost;
        }
        Instant until = transitions.now().plus(transitions.retention().claim());
        try {
            write(JobEdits.held(Edit.ofJob(jobId), jobId, until));
        } catch (ClaimLost e) {
            return false;
        } catch (LedgerUnavailable e) {
            return true;
        }
        return true;
    }

    /** Whether a write or renewal has found the claim lost. */
    public boolean isLost() {
        return lost;
    }

    /**
     * Ends the stage before and begins this one; with the event {@code JobProgressed}. Does nothing in
     * the stage that the job is in already ({@code open} right after the claim).
     */
    public synchronized void enter(Stage stage) {
        refuseIfOver();
        if (stage.key().equals(seen.job().stage())) {
            return;
        }
        transition((held, chronicle) -> new Move(JobEdits.entered(held, stage, chronicle)));
    }

    /**
     * Progress of the job inside a stage, 0 to 99; written at most every 2 s and never backwards, the
     * rest is passed over.
     */
    public synchronized void progress(int percent) {
        if (percent < 0 || percent > 99) {
            throw new IllegalArgumentException("progress is 0 to 99: " + percent);
        }
        refuseIfOver();
        Instant now = transitions.now();
        if (percent <= seen.job().progress()
                || now.isBefore(progressWrittenAt.plus(BETWEEN_PROGRESS))) {
            return;
        }
        write(Edit.ofJob(jobId).set(Items.PROGRESS, Values.number(percent)));
        progressWrittenAt = now;
    }

    /** Publishes: {@code Succeeded} with the event {@code JobSucceeded}. The claim is over. */
    public synchronized Job succeed(Published published) {
        return end(
                JobStatus.Succeeded,
                (held, chronicle) -> new Move(JobEdits.succeeded(held, published, chronicle)));
    }

    /** {@code Failed} with the event {@code JobFailed}. The claim is over. */
    public synchronized Job fail(JobFault fault) {
        return end(
                JobStatus.Failed,
                (held, chronicle) -> new Move(JobEdits.failed(held, fault, chronicle)));
    }

    /**
     * Gives the claim up, the job staying {@code Running}, so that the next receive need not wait for
     * its end. Does nothing if it is lost or the table out of reach.
     *
     * @param cause simple class name of the exception that ended the work, or empty for draining
     */
    public synchronized void release(String cause) {
        if (lost || over) {
            return;
        }
        Edit edit = Edit.ofJob(jobId).set(Items.CLAIM_UNTIL, Values.number(0));
        String name = JobFault.className(cause);
        if (name != null) {
            edit.set(Items.LAST_CAUSE, Values.text(name));
        }
        try {
            write(edit);
        } catch (ClaimLost | LedgerUnavailable e) {
            return;
        } finally {
            over = true;
        }
    }

    /**
     * Whoever ends the job from outside moves the fence on: a terminal job with this fence was ended by
     * this claim, in a call that could not tell.
     */
    private Job end(JobStatus status, Transitions.Plan plan) {
        refuseIfOver();
        Transitions.Outcome outcome = transitions.apply(jobId, seen, heldBy(plan));
        Seen ended = ended(outcome, status);
        if (ended == null) {
            throw loss();
        }
        seen = ended;
        over = true;
        return ended.job();
    }

    private @Nullable Seen ended(Transitions.Outcome outcome, JobStatus status) {
        if (outcome instanceof Transitions.Outcome.Done done) {
            return done.after();
        }
        Seen found = ((Transitions.Outcome.NotAllowed) outcome).seen();
        boolean mine =
                found != null && found.job().fence() == fence && found.job().status() == status;
        return mine ? found : null;
    }

    private void transition(Transitions.Plan plan) {
        Transitions.Outcome outcome = transitions.apply(jobId, seen, heldBy(plan));
        if (!(outcome instanceof Transitions.Outcome.Done done)) {
            throw loss();
        }
        seen = done.after();
    }

    private Transitions.Plan heldBy(Transitions.Plan plan) {
        return (current, chronicle) -> {
            Job job = current.job();
            boolean held = job.fence() == fence && job.status() == JobStatus.Running;
            return held ? plan.move(current, chronicle) : null;
        };
    }

    /** A write without an event; repeating it changes nothing. */
    private void write(Edit edit) {
        edit.expect(Items.STATUS, Values.text(JobStatus.Running.name()))
                .expect(Items.FENCE, Values.number(fence));
        if (transitions.table().update(edit) != Table.Written.DONE) {
            throw loss();
        }
        seen = seen.after(edit);
    }

    private void refuseIfOver() {
        if (over) {
            throw new ClaimLost(jobId, fence);
        }
        if (lost) {
            throw loss();
        }
    }

    private ClaimLost loss() {
        lost = true;
        return new ClaimLost(jobId, fence);
    }
}

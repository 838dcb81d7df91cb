package io.digitalworker.ledger;

import io.digitalworker.api.Stage;
import java.time.Instant;

/**
 * The right to work on a job, and the only way to write as its holder. It serialises its writes; each
 * carries the fence. A write that finds the fence moved on throws {@link ClaimLost}; a table out of
 * reach throws {@link LedgerUnavailable} (SDK faults never come through). Thread-safe.
 */
public final class Claim {
    Claim() {}

    /** The job as this claim last saw it. */
    public Job job() {
        throw new UnsupportedOperationException();
    }

    public long fence() {
        throw new UnsupportedOperationException();
    }

    /** After this moment the holder must {@link #fail} with {@code TIMED_OUT}. */
    public Instant deadline() {
        throw new UnsupportedOperationException();
    }

    /**
     * Prolongs the claim; also one that has ended, as long as nobody else took the job.
     *
     * @return false if the claim is lost; true also where the table was out of reach, since the
     *     fence protects whatever is written later
     */
    public boolean renew() {
        throw new UnsupportedOperationException();
    }

    /** Whether a write or renewal has found the claim lost. */
    public boolean isLost() {
        throw new UnsupportedOperationException();
    }

    /** Ends the stage before and begins this one; with the event {@code JobProgressed}. */
    public void enter(Stage stage) {
        throw new UnsupportedOperationException();
    }

    /** Progress inside a stage, 0 to 99; written at most every 2 s, the rest is passed over. */
    public void progress(int percent) {
        throw new UnsupportedOperationException();
    }

    /** Publishes: {@code Succeeded} with the event {@code JobSucceeded}. The claim is over. */
    public Job succeed(Published published) {
        throw new UnsupportedOperationException();
    }

    /** {@code Failed} with the event {@code JobFailed}. The claim is over. */
    public Job fail(JobFault fault) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives the claim up, the job staying {@code Running}, so that the next receive need not wait for
     * its end. Does nothing if it is lost or the table out of reach.
     *
     * @param cause simple class name of the exception that ended the work, or empty for draining
     */
    public void release(String cause) {
        throw new UnsupportedOperationException();
    }
}

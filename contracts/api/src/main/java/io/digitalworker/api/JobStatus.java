package io.digitalworker.api;

/**
 * Where a job stands. A job's way is {@code Pending → Running → Succeeded | Failed}; an operator's
 * redrive leads from a recoverable {@code Failed} back to {@code Pending} with the next attempt. Named
 * as they are written in the ledger and in answers.
 */
public enum JobStatus {
    /** Accepted; nobody works on it yet. */
    Pending,
    /** A worker has claimed it; stays so when another worker takes over. */
    Running,
    /** The artifacts are published. */
    Succeeded,
    /** Refused, cancelled, timed out (final), or dead-lettered (recoverable). */
    Failed;

    public boolean isTerminal() {
        return this == Succeeded || this == Failed;
    }
}

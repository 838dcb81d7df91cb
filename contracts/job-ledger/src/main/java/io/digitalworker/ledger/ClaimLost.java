package io.digitalworker.ledger;

/** The holder is shut out: it stops its work and writes nothing more. */
public final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClaimLost(String jobId, long fence) {
        super("claim " + fence + " on job " + jobId + " is lost");
    }
}

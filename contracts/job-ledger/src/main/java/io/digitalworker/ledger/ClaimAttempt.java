package io.digitalworker.ledger;

import java.time.Instant;

/** What came of asking for a claim. */
public sealed interface ClaimAttempt {
    /** The caller works on the job now. */
    record Claimed(Claim claim) implements ClaimAttempt {}

    /** Another worker does, at least until then. */
    record Busy(Instant until) implements ClaimAttempt {}

    /** There is nothing to do: no such job, another attempt, or ended (also just now, by its deadline). */
    record Nothing(String why) implements ClaimAttempt {}
}

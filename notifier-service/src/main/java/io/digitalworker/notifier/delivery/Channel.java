package io.digitalworker.notifier.delivery;

/** A way on which notifications leave. */
public interface Channel {
    /** As in the ledger: {@code sns}, {@code webhook}. */
    String name();

    /**
     * Makes one attempt, within 15 s. A fault of the cloud is thrown as it came
     * ({@link io.digitalworker.runtime.TransientFaults}); anything else thrown counts as {@link
     * Verdict#FAILED}.
     */
    Verdict attempt(Notice notice);
}

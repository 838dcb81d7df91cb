package io.digitalworker.ledger;

/**
 * What a job has spent on models, over all its attempts. What the models really took lies between
 * {@code settled.microUsd()} and {@link #committedMicroUsd()}.
 *
 * @param openReservations calls that were never settled: under way, or their process was killed
 * @param reservedMicroUsd what these may have cost at most
 */
public record JobUsage(Usage settled, int openReservations, long reservedMicroUsd) {
    public static final JobUsage NONE = new JobUsage(Usage.NONE, 0, 0);

    /** What the caps count. */
    public long committedMicroUsd() {
        return settled.microUsd() + reservedMicroUsd;
    }
}

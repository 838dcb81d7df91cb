package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.http.AwsFault;
import java.util.Random;

/** The faults of everyday life on AWS, on demand: throttling and conflicts, by a seed. */
final class Trouble {
    private final int conflictPercent;
    private final int throttlePercent;
    private final Random random;

    Trouble(int conflictPercent, int throttlePercent, long seed) {
        this.conflictPercent = conflictPercent;
        this.throttlePercent = throttlePercent;
        random = new Random(seed);
    }

    void beforeRead() {
        if (strikes(throttlePercent)) {
            throw throttled();
        }
    }

    void beforeWrite() {
        beforeRead();
        if (conflicts()) {
            throw new AwsFault(
                    400, "TransactionConflictException", "Transaction is ongoing for the item");
        }
    }

    /** Whether a transaction meets another one. */
    boolean conflicts() {
        return strikes(conflictPercent);
    }

    /** Which of the transaction's actions meets another one. */
    int pick(int actions) {
        return random.nextInt(actions);
    }

    /** Whether one part of a batch stays undone. */
    boolean throttlesPart() {
        return strikes(throttlePercent);
    }

    private boolean strikes(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }

    static AwsFault throttled() {
        return new AwsFault(
                400,
                "ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded");
    }
}

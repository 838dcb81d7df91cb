package io.digitalworker.runtime;

import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Ends a handler whose work needs the cloud with {@code Later} where the cloud is in the way (design
 * §3). Each wait is as long as the message has waited already, so that waits double.
 */
public final class PutOff {
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    /** SQS tells the first receipt by the real time, whatever time the services live in. */
    private static final Clock REAL_TIME = Clock.systemUTC();

    private PutOff() {}

    /** Does the work; whatever it throws that is no fault of the cloud goes through. */
    public static Outcome whereCloudIsAway(Received received, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            if (TransientFaults.is(fault)) {
                return Outcome.later(delay(received, REAL_TIME));
            }
            throw fault;
        }
    }

    static Duration delay(Received received, Clock clock) {
        Duration waited = Duration.between(received.firstReceived(), clock.instant());
        if (waited.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return waited.compareTo(Outcome.Later.LIMIT) < 0 ? waited : Outcome.Later.LIMIT;
    }
}

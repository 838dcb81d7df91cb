package io.digitalworker.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a failed delivery is tried again, and when it is given up.
 *
 * @param waits between attempts; at least one
 */
record RetrySchedule(List<Duration> waits) {
    /** Clocks of two services may differ that much. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    RetrySchedule {
        waits = List.copyOf(waits);
        if (waits.isEmpty() || waits.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("waits must be at least one, none negative");
        }
    }

    /**
     * The moment of the next attempt; empty once all attempts were made <em>and</em> their time is
     * over: attempts used up by an outage do not cut the hours short that a receiver has.
     *
     * @param begun attempts so far, from 1
     * @param occurredAt when the event happened
     */
    Optional<Instant> next(int begun, Instant occurredAt, Instant now) {
        Instant end = occurredAt.plus(total()).minus(CLOCK_DIFFERENCE);
        if (begun > waits.size() && !now.isBefore(end)) {
            return Optional.empty();
        }
        return Optional.of(now.plus(waits.get(Math.min(begun, waits.size()) - 1)));
    }

    private Duration total() {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}

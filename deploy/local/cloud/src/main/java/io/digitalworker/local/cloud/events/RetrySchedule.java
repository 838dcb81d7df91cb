package io.digitalworker.local.cloud.events;

import java.time.Duration;
import java.util.Optional;

/** How often and how long a kind of delivery is tried again. */
enum RetrySchedule {
    /** EventBridge: growing pauses; the target's RetryPolicy says how many and how long. */
    EVENTS(185, Duration.ofHours(24)),
    /** SNS to a queue: AWS goes on for 23 days. */
    SNS_QUEUE(100_015, Duration.ofDays(23)),
    /** SNS to a web address: three at once, two after 1 s, ten growing to 20 s, 35 every 20 s. */
    SNS_HTTP(50, Duration.ofHours(1));

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final int maxRetries;
    private final Duration maxAge;

    RetrySchedule(int maxRetries, Duration maxAge) {
        this.maxRetries = maxRetries;
        this.maxAge = maxAge;
    }

    int maxRetries() {
        return maxRetries;
    }

    long maxAgeSeconds() {
        return maxAge.toSeconds();
    }

    /** The pause before that retry, counted from 1; empty if there is none any more. */
    Optional<Duration> pauseBefore(int retry) {
        if (retry > maxRetries) {
            return Optional.empty();
        }
        return Optional.of(this == SNS_HTTP ? webPause(retry) : growing(retry));
    }

    private static Duration webPause(int retry) {
        if (retry <= 3) {
            return Duration.ZERO;
        }
        return retry <= 5 ? Duration.ofSeconds(1) : growing(retry - 5);
    }

    private static Duration growing(int step) {
        Duration pause = Duration.ofMillis(500L << Math.min(step, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}

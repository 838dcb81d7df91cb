package io.digitalworker.generator.model;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Tokens a minute that this task may use of a model. A call takes at its beginning what it may use at
 * most, as Bedrock counts it too, and gives back at its end what it did not.
 */
final class TokenLimit {
    private final Bucket bucket;
    private final long capacity;

    TokenLimit(long tokensPerMinute, Clock clock) {
        if (tokensPerMinute < 1) {
            throw new IllegalArgumentException(tokensPerMinute + " tokens a minute are no limit");
        }
        capacity = tokensPerMinute;
        bucket =
                Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(tokensPerMinute)
                                                .refillGreedy(
                                                        tokensPerMinute, Duration.ofMinutes(1)))
                        .withCustomTimePrecision(new ByClock(clock))
                        .build();
    }

    /** Takes them, or tells how long to wait before asking again; then nothing is taken. */
    Duration take(long tokens) {
        return Duration.ofNanos(
                bucket.tryConsumeAndReturnRemaining(within(tokens)).getNanosToWaitForRefill());
    }

    /** What a call was granted and did not use. */
    void giveBack(long granted, long used) {
        long unused = within(granted) - used;
        if (unused > 0) {
            bucket.addTokens(unused);
        }
    }

    /** A call that is larger than the limit waits until all of it is there. */
    private long within(long tokens) {
        return Math.max(1, Math.min(tokens, capacity));
    }

    private record ByClock(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * 1_000_000_000L + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

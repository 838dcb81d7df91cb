package io.digitalworker.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each principal may call this instance: a bucket of tokens that refills steadily. The number
 * of buckets is bounded; whoever has not called for longest begins anew with a full one.
 */
final class Rates {
    static final String POLICY = "principal";

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final int burst;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets;

    /**
     * @param burst requests at once after a pause
     * @param principals buckets that are kept
     */
    Rates(int perSecond, int burst, int principals, TimeMeter time) {
        if (perSecond < 1 || burst < perSecond || principals < 1) {
            throw new IllegalStateException(
                    "digitalworker.rate-limit: per-second, burst-seconds and principals must be at"
                            + " least 1");
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.time = time;
        this.buckets = new Recent(principals);
    }

    Ration take(String principal) {
        ConsumptionProbe probe = bucket(principal).tryConsumeAndReturnRemaining(1);
        return new Ration(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    /** {@code RateLimit-Policy}: so many requests in the seconds that an empty bucket takes to be full. */
    String policy() {
        long window = (burst + perSecond - 1L) / perSecond;
        return "\"" + POLICY + "\";q=" + burst + ";w=" + window;
    }

    private Bucket bucket(String principal) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(principal, unseen -> full());
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(l -> l.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + SECOND - 1) / SECOND;
    }

    private static final class Recent extends LinkedHashMap<String, Bucket> {
        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > most;
        }
    }
}

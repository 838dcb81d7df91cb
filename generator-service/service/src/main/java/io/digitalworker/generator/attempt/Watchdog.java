package io.digitalworker.generator.attempt;

import io.digitalworker.ledger.Claim;
import io.digitalworker.queue.Lease;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Stops attempts: when the lease on the message is lost, when the process drains, and when the deadline
 * has passed. It looks at the clock rather than waiting for a time, since a process may be suspended.
 */
@Singleton
public final class Watchdog {
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Set<Attempt> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks =
            Executors.newSingleThreadScheduledExecutor(Watchdog::thread);
    private final Clock clock;
    private final Duration grace;

    @Inject
    Watchdog(Clock clock) {
        this(clock, PACE, GRACE);
    }

    /**
     * @param pace how often it looks
     * @param grace how long after the deadline a stage may take to heed its interruption
     */
    public Watchdog(Clock clock, Duration pace, Duration grace) {
        this.clock = clock;
        this.grace = grace;
        var unused =
                looks.scheduleWithFixedDelay(
                        () -> running.forEach(Attempt::look),
                        pace.toMillis(),
                        pace.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Begins an attempt on the calling thread; from now on each tick of the lease renews the claim. */
    public Attempt begin(Claim claim, Lease lease) {
        Attempt attempt = new Attempt(claim, clock, grace, running::remove);
        running.add(attempt);
        lease.beforeRenewal(claim::renew);
        lease.onLost(() -> attempt.stop(Stop.LOST));
        lease.onDraining(() -> attempt.stop(Stop.DRAINING));
        return attempt;
    }

    /** Attempts that were given up and still keep their worker busy. */
    public long stuck() {
        return running.stream().filter(Attempt::isAbandoned).count();
    }

    @PreDestroy
    public void close() {
        looks.shutdownNow();
    }

    private static Thread thread(Runnable look) {
        Thread thread = new Thread(look, "attempt-watchdog");
        thread.setDaemon(true);
        return thread;
    }
}

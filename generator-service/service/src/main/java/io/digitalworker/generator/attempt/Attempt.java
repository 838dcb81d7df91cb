package io.digitalworker.generator.attempt;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Stage;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimLost;
import io.digitalworker.ledger.JobFault;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * A run at a job by the thread that began it. Whoever stops it interrupts that thread, so that a stage
 * that waits or looks at {@link Thread#interrupted} ends at once; any other ends where the next stage
 * begins. After {@link #close} the thread is not interrupted any more and its flag is clear.
 */
public final class Attempt implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private final Claim claim;
    private final Clock clock;
    private final Duration grace;
    private final Consumer<Attempt> over;
    private final Thread worker = Thread.currentThread();
    private final Map<Stage, Duration> durations = new EnumMap<>(Stage.class);
    private @Nullable Stop stop;
    private volatile boolean settled;
    private volatile boolean abandoned;
    private volatile @Nullable Stage stage;
    private long stageBegan;

    /** @param over is told once when it is closed */
    Attempt(Claim claim, Clock clock, Duration grace, Consumer<Attempt> over) {
        this.claim = claim;
        this.clock = clock;
        this.grace = grace;
        this.over = over;
    }

    public Claim claim() {
        return claim;
    }

    /** The stage it is in, or was in last. */
    public Stage stage() {
        Stage present = stage;
        return present == null ? Stage.OPEN : present;
    }

    /**
     * Ends the stage before and begins this one, in the ledger and in the log.
     *
     * @throws Stopped if there is a reason to go no further
     */
    public void enter(Stage next) {
        finishStage();
        goOn();
        claim.enter(next);
        stage = next;
        stageBegan = System.nanoTime();
        MDC.put("stage", next.key());
    }

    /** Sections fill the way from the stage that writes them to the next. */
    public DocumentSet.Progress sections() {
        int from = Stage.WRITE.startsAt();
        int way = Stage.VERIFY.startsAt() - from - 1;
        return (written, ofAll) -> claim.progress(from + way * written / ofAll);
    }

    /** The last stage is finished; nothing stops the attempt from here on. */
    public void finish() {
        finishStage();
        goOn();
        settle();
    }

    /** How long each stage took that has ended. */
    public Map<Stage, Duration> durations() {
        return Map.copyOf(durations);
    }

    /**
     * Does nothing while there is no reason to stop.
     *
     * @throws Stopped if there is one
     */
    public void goOn() {
        if (claim.isLost()) {
            stop(Stop.LOST);
        } else if (pastDeadlineBy(Duration.ZERO)) {
            stop(Stop.TIMED_OUT);
        }
        Optional<Stop> why = stop();
        if (why.isPresent()) {
            throw new Stopped(why.get());
        }
    }

    /** Why it has to stop, if it has; whatever is thrown after that comes from the interruption. */
    public synchronized Optional<Stop> stop() {
        return Optional.ofNullable(stop);
    }

    /** What the job fails with once the deadline has passed. */
    public JobFault timedOut() {
        return new JobFault(ErrorCode.TIMED_OUT, true, stage().key(), null);
    }

    @Override
    public void close() {
        settle();
        over.accept(this);
    }

    /** Whether its job was ended because a stage did not heed its interruption. */
    boolean isAbandoned() {
        return abandoned;
    }

    /** The first reason counts. */
    synchronized void stop(Stop why) {
        if (!settled && stop == null) {
            stop = why;
            worker.interrupt();
        }
    }

    /** A look at the clock, from outside. */
    void look() {
        if (settled) {
            return;
        }
        if (pastDeadlineBy(Duration.ZERO)) {
            stop(Stop.TIMED_OUT);
        }
        if (pastDeadlineBy(grace) && !abandoned) {
            abandon();
        }
    }

    /** Ends the job of a stage that does not heed its interruption; what it still writes is refused. */
    private void abandon() {
        try {
            LOG.errorf("job %s: a stage outlives its deadline", claim.job().jobId());
            claim.fail(timedOut());
            abandoned = true;
        } catch (ClaimLost e) {
            abandoned = true;
        } catch (RuntimeException e) {
            LOG.warnf("not ended now, tried again: %s", e.getClass().getSimpleName());
        }
    }

    private boolean pastDeadlineBy(Duration time) {
        return !clock.instant().isBefore(claim.deadline().plus(time));
    }

    private synchronized void settle() {
        settled = true;
        boolean unused = Thread.interrupted();
    }

    private void finishStage() {
        Stage ended = stage;
        if (ended != null) {
            Duration taken = Duration.ofNanos(System.nanoTime() - stageBegan);
            durations.put(ended, taken);
            MDC.put("durationMs", taken.toMillis());
            LOG.info("stage finished");
            MDC.remove("durationMs");
        }
    }
}

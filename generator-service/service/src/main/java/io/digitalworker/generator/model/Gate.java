package io.digitalworker.generator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Who may ask a model now; one for all jobs of the process. After a throttled call nobody asks until the
 * service wants to be asked again; then one does, and the others wait for what comes of it. A model that
 * keeps failing, or is unusable, is not waited for. Time is passed in. Thread-safe.
 */
final class Gate {
    static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** So many calls in a row must fail before the model counts as broken. */
    static final int FAILURES = 5;

    static final Duration BROKEN = Duration.ofSeconds(30);

    /** How soon a changed permission is noticed. */
    static final Duration UNUSABLE = Duration.ofMinutes(2);

    /** How long to wait where the end of the wait is not known. */
    private static final Duration A_LITTLE = Duration.ofMillis(250);

    private enum State {
        OPEN,
        THROTTLED,
        BROKEN
    }

    /**
     * The right to one call, to be given back by telling what came of it.
     *
     * @param round grows whenever the gate closes: calls that began before say little about now
     */
    record Pass(long round, boolean probe) {}

    /** The answer to {@link #ask}. */
    sealed interface Decision {
        record Go(Pass pass) implements Decision {}

        /** Ask again then. */
        record Wait(Duration time) implements Decision {}

        /** It has failed too often to be waited for. */
        record Broken() implements Decision {}
    }

    private final DoubleSupplier jitter;
    private State state = State.OPEN;
    private Instant until = Instant.MIN;
    private boolean probing;
    private long round;
    private int throttles;
    private int failures;

    /** @param jitter 0 to 1 */
    Gate(DoubleSupplier jitter) {
        this.jitter = jitter;
    }

    synchronized Decision ask(Instant now) {
        if (state == State.OPEN) {
            return new Decision.Go(new Pass(round, false));
        }
        if (!now.isBefore(until) && !probing) {
            probing = true;
            return new Decision.Go(new Pass(round, true));
        }
        if (state == State.BROKEN) {
            return new Decision.Broken();
        }
        return new Decision.Wait(now.isBefore(until) ? Duration.between(now, until) : A_LITTLE);
    }

    /** The model answered, whatever it was. */
    synchronized void answered(Pass pass) {
        if (pass.round() == round) {
            state = State.OPEN;
            probing = false;
            throttles = 0;
            failures = 0;
        }
    }

    /** @param retryAfter as the service asks; no shorter than the back-off */
    synchronized void throttled(Pass pass, Optional<Duration> retryAfter, Instant now) {
        if (pass.round() == round) {
            Duration wait = longer(backOff(throttles++), retryAfter.orElse(Duration.ZERO));
            close(State.THROTTLED, now.plus(wait));
        } else if (state == State.THROTTLED) {
            Instant asked = now.plus(retryAfter.orElse(Duration.ZERO));
            until = asked.isAfter(until) ? asked : until;
        }
    }

    /** It failed, or did not answer in time. */
    synchronized void failed(Pass pass, Instant now) {
        failures++;
        if (pass.round() == round && (pass.probe() || failures >= FAILURES)) {
            close(State.BROKEN, now.plus(BROKEN));
        }
    }

    /** It will not do before somebody acts. */
    synchronized void unusable(Pass pass, Instant now) {
        if (pass.round() == round) {
            close(State.BROKEN, now.plus(UNUSABLE));
        }
    }

    /** Nothing is known of the call: another may try. */
    synchronized void abandoned(Pass pass) {
        if (pass.round() == round && pass.probe()) {
            probing = false;
        }
    }

    private void close(State closed, Instant end) {
        state = closed;
        until = end;
        probing = false;
        round++;
    }

    /** From 1 s, doubling, up to 30 s; between half and all of it. */
    private Duration backOff(int before) {
        long whole = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(before, 10));
        return Duration.ofMillis((long) (whole * (0.5 + jitter.getAsDouble() / 2)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}

package io.digitalworker.generator.attempt;

/** Unwinds an attempt that has to stop; {@link Attempt#stop} says why. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(Stop why) {
        super("stopped: " + why, null, false, false);
    }
}

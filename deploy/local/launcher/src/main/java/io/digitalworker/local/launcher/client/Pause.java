package io.digitalworker.local.launcher.client;

import java.time.Duration;

/** Waiting between attempts; a test notes it instead. */
@FunctionalInterface
public interface Pause {
    void of(Duration time) throws InterruptedException;

    /** Real waiting. */
    static Pause real() {
        return time -> java.util.concurrent.TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}

package io.digitalworker.runtime;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Runs what looks for due items, in this process and at a steady pace. A pass is idempotent and may run
 * in every instance at once; one that throws is logged by its class alone and tried again.
 */
@Singleton
public final class DuePasses {
    private static final Logger LOG = Logger.getLogger(DuePasses.class);
    private final ScheduledExecutorService clockwork =
            Executors.newScheduledThreadPool(
                    2,
                    work -> {
                        Thread thread = new Thread(work, "due-pass");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Runs it now, and again {@code pause} after the end of each run. */
    public void every(String name, Duration pause, Runnable pass) {
        var unused =
                clockwork.scheduleWithFixedDelay(
                        () -> run(name, pass), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes @Priority(2) ShutdownEvent event) throws InterruptedException {
        clockwork.shutdown();
        if (!clockwork.awaitTermination(5, TimeUnit.SECONDS)) {
            clockwork.shutdownNow();
        }
    }

    private static void run(String name, Runnable pass) {
        try {
            pass.run();
        } catch (RuntimeException e) {
            LOG.warnf("pass over %s not finished: %s", name, e.getClass().getSimpleName());
        }
    }
}

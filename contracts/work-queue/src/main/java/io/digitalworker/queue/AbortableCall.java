package io.digitalworker.queue;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends a long poll early. The SDK can abort a blocking call only by its time limit (an interrupt
 * does not reach a thread that reads a socket), so the poll is given this clock for its limits, and
 * to abort is to let them run out now.
 */
final class AbortableCall extends ScheduledThreadPoolExecutor {

    private @Nullable Runnable limit;
    private boolean aborted;

    AbortableCall(String name) {
        super(1, new NamedThreads(name));
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable limitReached, long delay, TimeUnit unit) {
        synchronized (this) {
            limit = limitReached;
            return super.schedule(limitReached, aborted ? 0 : delay, unit);
        }
    }

    /** Ends the call that is under way, and any that follows. */
    void abort() {
        Runnable reached;
        synchronized (this) {
            aborted = true;
            reached = limit;
        }
        if (reached != null) {
            reached.run();
        }
    }
}

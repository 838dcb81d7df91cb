package io.digitalworker.queue;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Something that happens at most once, and those who want to be told. */
final class Signal {

    private static final Logger LOG = Logger.getLogger(Signal.class);

    private final List<Runnable> listeners = new ArrayList<>();
    private boolean raised;

    /** Runs the listener when the signal is raised; at once if it was raised already. */
    void listen(Runnable listener) {
        synchronized (this) {
            if (!raised) {
                listeners.add(listener);
                return;
            }
        }
        tell(listener);
    }

    synchronized boolean raised() {
        return raised;
    }

    void raise() {
        List<Runnable> told;
        synchronized (this) {
            raised = true;
            told = List.copyOf(listeners);
            listeners.clear();
        }
        told.forEach(Signal::tell);
    }

    synchronized void forgetListeners() {
        listeners.clear();
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException fault) {
            LOG.warnf("a listener of a lease failed: %s", FaultTrace.of(fault));
        }
    }
}

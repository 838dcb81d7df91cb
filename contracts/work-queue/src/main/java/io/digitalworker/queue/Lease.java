package io.digitalworker.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * The hold on a message while its handler works. The connector renews the visibility at a third of
 * its length; the handler may hang its own claim on the same tick, which is renewed first (design
 * §4.5: the claim is the truth, visibility a courtesy).
 *
 * <p>Callbacks run on the connector's renewal threads, also while the handler works. {@link #onLost}
 * and {@link #onDraining} must return at once; what they set in motion is the handler's affair.
 *
 * <p>{@link #tick}, {@link #lose} and {@link #drain} belong to the connector; tests of a handler use
 * them on a lease of their own to play the connector's part.
 */
public final class Lease {

    private static final Logger LOG = Logger.getLogger(Lease.class);

    private final List<BooleanSupplier> claims = new CopyOnWriteArrayList<>();
    private final Signal lost = new Signal();
    private final Signal draining = new Signal();

    /**
     * Renews something else on each tick, before the visibility. {@code false} says that it is lost
     * for good: the lease is lost and the visibility is not renewed again. An exception says that it
     * is not known, and so does taking longer than a third of the lease: the visibility is renewed
     * all the same, so that an outage does not use up receives.
     */
    public void beforeRenewal(BooleanSupplier renewal) {
        claims.add(renewal);
    }

    /** Whether the message may by now be with somebody else. */
    public boolean lost() {
        return lost.raised();
    }

    /** Runs once when the lease is lost; at once if it is lost already. */
    public void onLost(Runnable listener) {
        lost.listen(listener);
    }

    /** Whether the process is shutting down: a long handler ends early with {@link Outcome.Later}. */
    public boolean draining() {
        return draining.raised();
    }

    /** Runs once when the process begins to shut down; at once if it does already. */
    public void onDraining(Runnable listener) {
        draining.listen(listener);
    }

    /** Runs what {@link #beforeRenewal} was given; false once any of it is lost. */
    public boolean tick() {
        if (lost() || !claims.stream().allMatch(Lease::renew)) {
            lose();
            return false;
        }
        return true;
    }

    public void lose() {
        lost.raise();
    }

    public void drain() {
        draining.raise();
    }

    /** The handler has returned: nobody of it is called again. */
    void handlerEnded() {
        claims.clear();
        lost.forgetListeners();
        draining.forgetListeners();
    }

    private static boolean renew(BooleanSupplier renewal) {
        try {
            return renewal.getAsBoolean();
        } catch (RuntimeException fault) {
            LOG.warnf("a claim could not be renewed now: %s", FaultTrace.of(fault));
            return true;
        }
    }
}

package io.digitalworker.runtime;

import io.digitalworker.ledger.StoredEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Hands freshly committed events from whoever committed them to the {@link EventRelay}. It may lose
 * them: they are due in the ledger until the bus took them.
 */
@Singleton
public final class Outbox {
    static final int MOST = 1_000;
    private final LinkedBlockingQueue<StoredEvent> fresh = new LinkedBlockingQueue<>(MOST);

    /** Never blocks; a full box leaves the event to the next pass over the ledger. */
    public void offer(StoredEvent event) {
        boolean taken = fresh.offer(event);
        if (!taken) {
            fresh.poll();
        }
    }

    /** Waits for an event and takes with it what else is there, up to {@code most}. */
    List<StoredEvent> take(int most) throws InterruptedException {
        List<StoredEvent> taken = new ArrayList<>();
        taken.add(fresh.take());
        fresh.drainTo(taken, most - 1);
        return taken;
    }

    /** What is there now, up to {@code most}. */
    List<StoredEvent> takeRest(int most) {
        List<StoredEvent> taken = new ArrayList<>();
        fresh.drainTo(taken, most);
        return taken;
    }
}

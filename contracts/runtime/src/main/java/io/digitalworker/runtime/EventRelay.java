package io.digitalworker.runtime;

import io.digitalworker.ledger.EventBus;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.StoredEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends this service's events: right after each commit, and by a due pass whatever stayed behind
 * (design §4.5).
 */
@Singleton
final class EventRelay {
    private static final Logger LOG = Logger.getLogger(EventRelay.class);
    private static final int BATCH = 10;
    private static final long LAST_WORDS_MS = 2_000;

    private final Outbox outbox;
    private final JobLedger ledger;
    private final EventBus bus;
    private final ServiceConfig config;
    private final DuePasses passes;
    private @Nullable Thread sender;

    EventRelay(
            Outbox outbox, JobLedger ledger, EventBus bus, ServiceConfig config, DuePasses passes) {
        this.outbox = outbox;
        this.ledger = ledger;
        this.bus = bus;
        this.config = config;
        this.passes = passes;
    }

    void start(@Observes StartupEvent event) {
        sender = new Thread(this::sendFresh, "events-after-commit");
        sender.setDaemon(true);
        sender.start();
        passes.every("events", config.events().relayEvery(), this::sendLate);
    }

    /** After the queues have drained: what their last work committed is sent before the process ends. */
    void stop(@Observes @Priority(3) ShutdownEvent event) throws InterruptedException {
        if (sender != null) {
            sender.interrupt();
            sender.join(LAST_WORDS_MS);
        }
        send(outbox.takeRest(BATCH));
    }

    private void sendLate() {
        ledger.relay(bus, config.service(), config.events().relayAfter());
    }

    private void sendFresh() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                send(outbox.take(BATCH));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void send(List<StoredEvent> events) {
        try {
            ledger.send(bus, events);
        } catch (RuntimeException e) {
            LOG.warnf("events stay in the outbox for now: %s", e.getClass().getSimpleName());
        }
    }
}

package io.digitalworker.runtime;

import io.digitalworker.ledger.EventBus;
import io.digitalworker.ledger.JobLedger;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
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

    void stop(@Observes ShutdownEvent event) {
        if (sender != null) {
            sender.interrupt();
        }
    }

    private void sendLate() {
        ledger.relay(bus, config.service(), config.events().relayAfter());
    }

    private void sendFresh() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                ledger.send(bus, outbox.take(BATCH));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("events stay in the outbox for now: %s", e.getClass().getSimpleName());
            }
        }
    }
}

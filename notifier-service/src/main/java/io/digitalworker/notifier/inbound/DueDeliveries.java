package io.digitalworker.notifier.inbound;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.ledger.DueItem;
import io.digitalworker.ledger.DueKind;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.notifier.delivery.AttemptDelivery;
import io.digitalworker.notifier.delivery.DeliveryConfig;
import io.digitalworker.notifier.delivery.DeliveryKey;
import io.digitalworker.runtime.DuePasses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * The due pass over deliveries: every attempt but the first, and the first where the cloud or this
 * process went away before it. Slow receivers share its threads, so that one does not hold up the rest.
 */
@Singleton
public class DueDeliveries {
    private static final Logger LOG = Logger.getLogger(DueDeliveries.class);
    private static final int MOST = 50;
    private static final int THREADS = 8;

    private final JobLedger ledger;
    private final AttemptDelivery attempt;
    private final DeliveryConfig config;
    private final Clock clock;
    private final ExecutorService senders =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        Thread thread = new Thread(work, "delivery");
                        thread.setDaemon(true);
                        return thread;
                    });

    DueDeliveries(JobLedger ledger, AttemptDelivery attempt, DeliveryConfig config, Clock clock) {
        this.ledger = ledger;
        this.attempt = attempt;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, DuePasses passes) {
        passes.every("deliveries", config.every(), this::pass);
    }

    void stop(@Observes ShutdownEvent event) {
        senders.shutdownNow();
    }

    void pass() {
        List<DueItem> due =
                ledger.due(DueKind.DELIVERY, EventSource.NOTIFIER, clock.instant(), MOST);
        CompletableFuture.allOf(
                        due.stream()
                                .map(item -> CompletableFuture.runAsync(() -> begin(item), senders))
                                .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void begin(DueItem item) {
        try {
            attempt.of(DeliveryKey.of(item));
        } catch (RuntimeException fault) {
            // its lease ends, and a later pass takes it again
            LOG.warnf(
                    "delivery of job %s not settled: %s",
                    item.jobId(), fault.getClass().getSimpleName());
        }
    }
}

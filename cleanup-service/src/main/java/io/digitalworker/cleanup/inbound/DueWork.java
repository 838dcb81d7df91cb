package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.cleanup.DeleteArtifacts;
import io.digitalworker.ledger.DueItem;
import io.digitalworker.ledger.DueKind;
import io.digitalworker.ledger.EventBus;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.DuePasses;
import io.digitalworker.runtime.TransientFaults;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The due passes: deletions, claims that ended unnoticed, events that their service did not send. */
@Singleton
public class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final int MOST = 100;

    private final JobLedger ledger;
    private final EventBus bus;
    private final DeleteArtifacts deleteArtifacts;
    private final DueConfig config;
    private final Clock clock;

    DueWork(
            JobLedger ledger,
            EventBus bus,
            DeleteArtifacts deleteArtifacts,
            DueConfig config,
            Clock clock) {
        this.ledger = ledger;
        this.bus = bus;
        this.deleteArtifacts = deleteArtifacts;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, DuePasses passes) {
        passes.every("deletions", config.every(), this::deletions);
        passes.every("ended claims", config.every(), this::endedClaims);
        passes.every("late events", config.every(), this::lateEvents);
    }

    void deletions() {
        each(DueKind.DELETION, clock.instant(), deleteArtifacts::ofEverything);
    }

    /** The queue comes first: its redelivery costs nothing, a rescue one more event. */
    void endedClaims() {
        each(DueKind.LEASE, clock.instant().minus(config.afterRedelivery()), ledger::rescue);
    }

    void lateEvents() {
        for (EventSource source : EventSource.values()) {
            ledger.relay(bus, source, config.lateEvent());
        }
    }

    private void each(DueKind kind, Instant until, Consumer<String> act) {
        for (DueItem item : ledger.due(kind, EventSource.CLEANUP, until, MOST)) {
            attempt(kind, item.jobId(), act);
        }
    }

    /** One that cannot be done does not keep the others waiting; it stays due. */
    private static void attempt(DueKind kind, String jobId, Consumer<String> act) {
        try {
            act.accept(jobId);
        } catch (RuntimeException fault) {
            if (TransientFaults.is(fault)) {
                throw fault;
            }
            LOG.errorf("%s of job %s: %s", kind, jobId, fault.getClass().getSimpleName());
        }
    }
}

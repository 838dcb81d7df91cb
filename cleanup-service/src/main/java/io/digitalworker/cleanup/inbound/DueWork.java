package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.cleanup.DeleteArtifacts;
import io.digitalworker.cleanup.DeleteUpload;
import io.digitalworker.ledger.DueItem;
import io.digitalworker.ledger.DueKind;
import io.digitalworker.ledger.EventBus;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Uploads;
import io.digitalworker.runtime.DuePasses;
import io.digitalworker.runtime.TransientFaults;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The due passes: deletions, also of uploads, claims that ended unnoticed, events that their service did not send. */
@Singleton
public class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);
    private static final int MOST = 100;

    private final JobLedger ledger;
    private final EventBus bus;
    private final DeleteArtifacts deleteArtifacts;
    private final DeleteUpload deleteUpload;
    private final DueConfig config;
    private final Clock clock;

    DueWork(
            JobLedger ledger,
            EventBus bus,
            DeleteArtifacts deleteArtifacts,
            DeleteUpload deleteUpload,
            DueConfig config,
            Clock clock) {
        this.ledger = ledger;
        this.bus = bus;
        this.deleteArtifacts = deleteArtifacts;
        this.deleteUpload = deleteUpload;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, DuePasses passes) {
        passes.every("deletions", config.every(), this::deletions);
        passes.every("uploads", config.every(), this::uploads);
        passes.every("ended claims", config.every(), this::endedClaims);
        passes.every("late events", config.every(), this::lateEvents);
    }

    void deletions() {
        each(DueKind.DELETION, clock.instant(), due -> deleteArtifacts.ofEverything(due.jobId()));
    }

    void uploads() {
        each(DueKind.UPLOAD, clock.instant(), due -> deleteUpload.of(Uploads.id(due)));
    }

    /** The queue comes first: its redelivery costs nothing, a rescue one more event. */
    void endedClaims() {
        each(
                DueKind.LEASE,
                clock.instant().minus(config.afterRedelivery()),
                due -> ledger.rescue(due.jobId()));
    }

    void lateEvents() {
        for (EventSource source : EventSource.values()) {
            ledger.relay(bus, source, config.lateEvent());
        }
    }

    private void each(DueKind kind, Instant until, Consumer<DueItem> act) {
        for (DueItem item : ledger.due(kind, EventSource.CLEANUP, until, MOST)) {
            attempt(kind, item, act);
        }
    }

    /** One that cannot be done does not keep the others waiting; it stays due. */
    private static void attempt(DueKind kind, DueItem item, Consumer<DueItem> act) {
        try {
            act.accept(item);
        } catch (RuntimeException fault) {
            if (TransientFaults.is(fault)) {
                throw fault;
            }
            LOG.errorf("%s of %s: %s", kind, item.jobId(), fault.getClass().getSimpleName());
        }
    }
}

package io.digitalworker.ingest.batch;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.DueItem;
import io.digitalworker.ledger.DueKind;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.runtime.DuePasses;
import io.digitalworker.runtime.LoggedJob;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Works on batches that are due: makes the jobs that are not there yet, then looks whether all have
 * ended. Where this process is killed another one goes on, from where it was noted last.
 */
@Singleton
public final class WorkOnBatches {
    private static final Logger LOG = Logger.getLogger(WorkOnBatches.class);
    private static final int MOST = 20;
    private static final int THREADS = 2;

    private final Batches batches;
    private final BatchStore store;
    private final MakeJobs make;
    private final JobLedger ledger;
    private final BatchConfig config;
    private final Clock clock;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        Thread thread = new Thread(work, "batch");
                        thread.setDaemon(true);
                        return thread;
                    });

    WorkOnBatches(
            Batches batches,
            BatchStore store,
            MakeJobs make,
            JobLedger ledger,
            BatchConfig config,
            Clock clock) {
        this.batches = batches;
        this.store = store;
        this.make = make;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, DuePasses passes) {
        passes.every("batches", config.every(), this::pass);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdownNow();
    }

    /** Takes what is due; the work itself holds up no other pass. */
    void pass() {
        for (DueItem due : ledger.due(DueKind.BATCH, EventSource.INGEST, clock.instant(), MOST)) {
            batches.begin(due.jobId(), config.lease())
                    .ifPresent(batch -> workers.execute(() -> logged(batch)));
        }
    }

    private void logged(Batch batch) {
        LoggedJob.during(
                batch.batchId(),
                batch.requestId(),
                () -> {
                    try {
                        work(batch);
                    } catch (RuntimeException fault) {
                        // its lease ends, and a later pass takes it again
                        LOG.warnf(
                                "batch %s not finished: %s",
                                batch.batchId(), fault.getClass().getSimpleName());
                    }
                });
    }

    private void work(Batch batch) {
        Optional<BatchRecord> request =
                batch.isMade() ? Optional.empty() : store.read(batch.request());
        request.ifPresent(record -> make(batch, record));
        if (batch.isMade() || request.isPresent()) {
            look(batch);
        } else {
            complete(batch); // nothing is left to make the rest from
        }
    }

    private void make(Batch batch, BatchRecord request) {
        for (int i = batch.made(); i < batch.jobs().size(); i++) {
            make.make(batch, batch.jobs().get(i), request.jobs().get(i));
            batches.advance(
                    batch.batchId(), i + 1, batch.ended(), clock.instant().plus(config.lease()));
        }
    }

    private void look(Batch batch) {
        int ended = batch.ended();
        while (ended < batch.jobs().size() && hasEnded(batch.jobs().get(ended))) {
            ended++;
        }
        if (ended == batch.jobs().size()) {
            complete(batch);
        } else {
            lookAgain(batch, ended);
        }
    }

    private void lookAgain(Batch batch, int ended) {
        batches.advance(
                batch.batchId(), batch.jobs().size(), ended, clock.instant().plus(config.every()));
    }

    /** Unless one that had ended was redriven meanwhile. */
    private void complete(Batch batch) {
        int succeeded = 0;
        for (int i = 0; i < batch.jobs().size(); i++) {
            Optional<JobStatus> status = status(batch.jobs().get(i));
            if (status.isPresent() && !status.get().isTerminal()) {
                lookAgain(batch, i);
                return;
            }
            succeeded += status.filter(JobStatus.Succeeded::equals).isPresent() ? 1 : 0;
        }
        batches.complete(batch, succeeded, batch.jobs().size() - succeeded);
        LOG.infof("batch %s completed: %d succeeded", batch.batchId(), succeeded);
    }

    private boolean hasEnded(Batch.Entry entry) {
        return status(entry).filter(JobStatus::isTerminal).isPresent();
    }

    private Optional<JobStatus> status(Batch.Entry entry) {
        return ledger.find(entry.jobId()).map(Job::status);
    }
}

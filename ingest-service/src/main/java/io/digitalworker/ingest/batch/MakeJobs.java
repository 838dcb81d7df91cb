package io.digitalworker.ingest.batch;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.ingest.check.CheckedTexts;
import io.digitalworker.ingest.store.SourceStore;
import io.digitalworker.ingest.store.StoredSource;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewJob;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Makes a job of a batch: copies what was uploaded under it, and commits it by the id that the batch gave
 * it. Making it twice is making it once. An upload that is gone by then makes a job that fails for that.
 */
@Singleton
final class MakeJobs {
    private final SourceStore store;
    private final JobLedger ledger;

    MakeJobs(SourceStore store, JobLedger ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    void make(Batch batch, Batch.Entry entry, BatchRecord.Planned planned) {
        CheckedTexts texts =
                new CheckedTexts(
                        planned.descriptor(),
                        entry.moduleName(),
                        planned.options(),
                        Optional.empty());
        StoredSource source =
                store.copy(entry.jobId(), texts, Optional.ofNullable(planned.upload()));
        ledger.submit(job(batch, entry, planned, source));
    }

    private static NewJob job(
            Batch batch, Batch.Entry entry, BatchRecord.Planned planned, StoredSource source) {
        ObjectRef archive = source.archive().orElse(null);
        return new NewJob(
                entry.jobId(),
                batch.owner(),
                entry.moduleName(),
                archive,
                source.descriptor(),
                source.options(),
                null,
                planned.options().callbackUrl() != null,
                batch.requestId(),
                batch.traceparent());
    }
}

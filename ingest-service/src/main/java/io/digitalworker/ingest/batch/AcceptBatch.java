package io.digitalworker.ingest.batch;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ingest.batch.CheckBatch.CheckedBatch;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.key.ContentDigest;
import io.digitalworker.ingest.key.RequestKey;
import io.digitalworker.ingest.key.RequestKey.Before;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.ClaimLost;
import io.digitalworker.ledger.KeyUse;
import io.digitalworker.ledger.NewBatch;
import io.digitalworker.runtime.Ids;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch: checks all of its submissions, stores what is asked, commits it with the ids of its
 * jobs. All of it is accepted, or nothing; the jobs are made after that ({@link WorkOnBatches}).
 */
@Singleton
public final class AcceptBatch {
    private static final Logger LOG = Logger.getLogger(AcceptBatch.class);

    private final CheckBatch check;
    private final BatchStore store;
    private final Batches batches;
    private final ShowBatch show;
    private final Ids ids;

    AcceptBatch(CheckBatch check, BatchStore store, Batches batches, ShowBatch show, Ids ids) {
        this.check = check;
        this.store = store;
        this.batches = batches;
        this.show = show;
        this.ids = ids;
    }

    /**
     * Accepts or refuses.
     *
     * @param body JSON in UTF-8, hopefully
     * @param key that the request came with
     */
    public Checked<AcceptedBatch> accept(byte[] body, Caller caller, RequestKey key) {
        String content = new ContentDigest().part("batch", Optional.of(body)).hex();
        try {
            return key.before(() -> content)
                    .map(this::again)
                    .orElseGet(() -> accept(body, caller, key.use(content)))
                    .then(batch -> new Checked.Sound<>(show.accepted(batch)));
        } catch (ClaimLost e) {
            return Checked.faulty(ErrorCode.IDEMPOTENCY_IN_PROGRESS);
        }
    }

    private Checked<Batch> again(Before before) {
        return before instanceof Before.Same same
                ? new Checked.Sound<>(batches.find(same.subject()).orElseThrow())
                : Checked.faulty(ErrorCode.IDEMPOTENCY_KEY_REUSED);
    }

    private Checked<Batch> accept(byte[] body, Caller caller, @Nullable KeyUse use) {
        return BatchJson.read(body)
                .then(request -> check.check(request, caller.principal()))
                .then(batch -> new Checked.Sound<>(commit(batch, caller, use)));
    }

    private Batch commit(CheckedBatch checked, Caller caller, @Nullable KeyUse use) {
        String batchId = ids.get();
        ObjectRef request = store.request(batchId, new BatchRecord(checked.jobs()));
        ObjectRef options = store.options(batchId, checked.options());
        List<Batch.Entry> jobs = checked.jobs().stream().map(this::entry).toList();
        Batch batch =
                batches.submit(
                        new NewBatch(
                                batchId,
                                caller.principal(),
                                request,
                                options,
                                checked.options().callbackUrl() != null,
                                caller.requestId(),
                                caller.traceparent(),
                                jobs),
                        use);
        LOG.infof("batch %s accepted: %d jobs", batchId, jobs.size());
        return batch;
    }

    private Batch.Entry entry(BatchRecord.Planned job) {
        String moduleName = job.descriptor().moduleName();
        return new Batch.Entry(ids.get(), Objects.requireNonNull(moduleName, "moduleName"));
    }
}

package io.digitalworker.ingest;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.ingest.check.CheckSubmission;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.CheckedSubmission;
import io.digitalworker.ingest.store.SourceStore;
import io.digitalworker.ingest.store.StoredSource;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.runtime.Ids;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Takes a submission: checks all of it, stores it, commits the job. Only then is it accepted. Where the
 * object store or the ledger is out of reach, their faults go through; what was stored by then stays
 * until the bucket's lifecycle takes it, for only cleanup-service may delete (design §4.6).
 */
@Singleton
public final class AcceptSubmission {
    private static final Logger LOG = Logger.getLogger(AcceptSubmission.class);

    private final CheckSubmission check;
    private final SourceStore store;
    private final JobLedger ledger;
    private final Ids ids;

    AcceptSubmission(CheckSubmission check, SourceStore store, JobLedger ledger, Ids ids) {
        this.check = check;
        this.store = store;
        this.ledger = ledger;
        this.ids = ids;
    }

    public Outcome accept(Submission submission, Caller caller) {
        Checked<CheckedSubmission> checked = check.check(submission, caller.principal());
        if (checked instanceof Checked.Faulty<CheckedSubmission> faulty) {
            LOG.infof("submission refused: %s", faulty.code());
            return new Outcome.Refused(faulty.code(), faulty.details());
        }
        try (CheckedSubmission sound = ((Checked.Sound<CheckedSubmission>) checked).value()) {
            return commit(sound, caller);
        }
    }

    private Outcome commit(CheckedSubmission checked, Caller caller) {
        String jobId = ids.get();
        StoredSource source = store.store(jobId, checked);
        ledger.submit(job(jobId, checked, source, caller));
        long size = source.archive().map(ObjectRef::size).orElse(0L);
        LOG.infof("job %s accepted: %d bytes of archive", jobId, size);
        return new Outcome.Accepted(jobId);
    }

    private static NewJob job(
            String jobId, CheckedSubmission checked, StoredSource source, Caller caller) {
        return new NewJob(
                jobId,
                caller.principal(),
                checked.moduleName(),
                source.archive().orElse(null),
                source.descriptor(),
                source.options(),
                source.existing().orElse(null),
                checked.options().callbackUrl() != null,
                caller.requestId(),
                caller.traceparent());
    }
}

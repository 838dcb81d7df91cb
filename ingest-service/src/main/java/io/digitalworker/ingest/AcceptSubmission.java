package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ingest.check.CheckSubmission;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.CheckedArchiveFile;
import io.digitalworker.ingest.check.CheckedSubmission;
import io.digitalworker.ingest.key.ContentDigest;
import io.digitalworker.ingest.key.RequestKey;
import io.digitalworker.ingest.store.SourceStore;
import io.digitalworker.ingest.store.StoredSource;
import io.digitalworker.ledger.ClaimLost;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.KeyUse;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.runtime.Ids;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

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

    /**
     * Accepts or refuses.
     *
     * @param key that the request came with
     */
    public Outcome accept(Submission submission, Caller caller, RequestKey key) {
        return key.before(() -> content(submission, caller))
                .map(Outcome::of)
                .orElseGet(() -> check(submission, caller, key));
    }

    private Outcome check(Submission submission, Caller caller, RequestKey key) {
        Checked<CheckedSubmission> checked = check.check(submission, caller.principal());
        if (checked instanceof Checked.Faulty<CheckedSubmission> faulty) {
            LOG.infof("submission refused: %s", faulty.code());
            return new Outcome.Refused(faulty.code(), faulty.details());
        }
        try (CheckedSubmission sound = ((Checked.Sound<CheckedSubmission>) checked).value()) {
            KeyUse use =
                    key.use(content(submission, sound.archive().map(CheckedArchiveFile::sha256)));
            return commit(sound, caller, use);
        } catch (ClaimLost e) {
            return Outcome.Refused.of(ErrorCode.IDEMPOTENCY_IN_PROGRESS);
        }
    }

    /** What was said, where the archive is not looked into. */
    private String content(Submission submission, Caller caller) {
        return content(
                submission,
                submission.archive().map(source -> check.sha256(source, caller.principal())));
    }

    private static String content(Submission submission, Optional<String> archive) {
        ContentDigest digest = new ContentDigest();
        archive.ifPresent(sha256 -> digest.hashed("archive", sha256));
        return digest.part("descriptor", submission.descriptor())
                .part("options", submission.options())
                .part("existing", submission.existing())
                .hex();
    }

    private Outcome commit(CheckedSubmission checked, Caller caller, @Nullable KeyUse use) {
        String jobId = ids.get();
        StoredSource source = store.store(jobId, checked);
        ledger.submit(job(jobId, checked, source, caller), use);
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

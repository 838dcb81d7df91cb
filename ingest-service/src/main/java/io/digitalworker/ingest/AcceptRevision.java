package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.api.RevisionRequest;
import io.digitalworker.ingest.check.CheckRevision;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ingest.check.PublishedNames;
import io.digitalworker.ingest.key.ContentDigest;
import io.digitalworker.ingest.key.RequestKey;
import io.digitalworker.ingest.status.OwnedJob;
import io.digitalworker.ingest.status.OwnedJobs;
import io.digitalworker.ingest.store.RevisionStore;
import io.digitalworker.ledger.ClaimLost;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.KeyUse;
import io.digitalworker.ledger.NewJob;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.RevisionOf;
import io.digitalworker.runtime.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes a revision of a job's documents: checks that they can be revised, and what is asked; stores it with
 * what was asked before; commits the job. It refers to the root's source, and goes when that does.
 */
@Singleton
public final class AcceptRevision {
    private static final Logger LOG = Logger.getLogger(AcceptRevision.class);

    private final CheckRevision check;
    private final RevisionStore store;
    private final JobLedger ledger;
    private final Deletions deletions;
    private final Retention retention;
    private final Clock clock;
    private final Ids ids;

    AcceptRevision(
            CheckRevision check,
            RevisionStore store,
            JobLedger ledger,
            Deletions deletions,
            Retention retention,
            Clock clock,
            Ids ids) {
        this.check = check;
        this.store = store;
        this.ledger = ledger;
        this.deletions = deletions;
        this.retention = retention;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Accepts or refuses.
     *
     * @param jobs of the caller
     * @param baseId the job whose documents are to be revised
     * @param body JSON in UTF-8, hopefully
     * @param key that the request came with
     */
    public Outcome accept(
            OwnedJobs jobs, String baseId, byte[] body, Caller caller, RequestKey key) {
        String content = new ContentDigest().part("revision", Optional.of(body)).hex();
        try {
            return key.before(() -> content)
                    .map(Outcome::of)
                    .orElseGet(() -> accept(jobs, baseId, body, caller, key.use(content)));
        } catch (ClaimLost e) {
            return Outcome.Refused.of(ErrorCode.IDEMPOTENCY_IN_PROGRESS);
        }
    }

    private Outcome accept(
            OwnedJobs jobs, String baseId, byte[] body, Caller caller, @Nullable KeyUse use) {
        Optional<OwnedJob> base = jobs.find(baseId);
        if (base.isEmpty()) {
            return Outcome.Refused.of(ErrorCode.JOB_NOT_FOUND);
        }
        Checked<RevisionRequest> asked = check.check(body);
        if (asked instanceof Checked.Faulty<RevisionRequest> faulty) {
            return refused(faulty);
        }
        Job job = base.get().job();
        Optional<ErrorCode> obstacle = obstacle(jobs, base.get());
        if (obstacle.isPresent()) {
            return Outcome.Refused.of(obstacle.get());
        }
        RevisionRequest request = ((Checked.Sound<RevisionRequest>) asked).value();
        return relate(job, request, caller, use);
    }

    /** Why the documents of a job cannot be revised, whatever is asked. */
    private Optional<ErrorCode> obstacle(OwnedJobs jobs, OwnedJob base) {
        Optional<OwnedJob> root = jobs.find(base.job().root());
        if (root.isEmpty() || isGone(base) || isGone(root.get())) {
            return Optional.of(ErrorCode.GONE);
        }
        if (!base.job().status().isTerminal()) {
            return Optional.of(ErrorCode.BASE_UNFINISHED);
        }
        return base.job().status() == JobStatus.Failed
                ? Optional.of(ErrorCode.BASE_FAILED)
                : Optional.empty();
    }

    /** Also where less than a deadline remains: the job might outlive what it is made from. */
    private boolean isGone(OwnedJob job) {
        Instant goes = job.deletion().map(Deletion::dueAt).orElse(job.job().deletionAt());
        boolean gone = job.deletion().filter(Deletion::takesSource).isPresent();
        return gone || goes.isBefore(clock.instant().plus(retention.deadline()));
    }

    private Outcome relate(Job base, RevisionRequest request, Caller caller, @Nullable KeyUse use) {
        Optional<RevisionRecord> before = before(base);
        Optional<PublishedNames> names = store.published(base);
        if (before.isEmpty() || names.isEmpty()) {
            return Outcome.Refused.of(ErrorCode.GONE);
        }
        if (before.get().steps().size() >= RevisionRecord.MAX_STEPS) {
            return Outcome.Refused.of(ErrorCode.TOO_MANY_REVISIONS);
        }
        Checked<RevisionRequest> related = check.against(names.get(), before.get(), request);
        if (related instanceof Checked.Faulty<RevisionRequest> faulty) {
            return refused(faulty);
        }
        return commit(base, before.get(), request, caller, use);
    }

    /** What was asked of the base's documents until now. */
    private Optional<RevisionRecord> before(Job base) {
        RevisionOf revises = base.revises();
        if (revises != null) {
            return store.read(revises.revision());
        }
        long submittedAt = base.submittedAt().toEpochMilli();
        return Optional.of(new RevisionRecord(base.jobId(), submittedAt, List.of()));
    }

    private Outcome commit(
            Job base,
            RevisionRecord before,
            RevisionRequest request,
            Caller caller,
            @Nullable KeyUse use) {
        String jobId = ids.get();
        long now = clock.instant().toEpochMilli();
        ObjectRef asked =
                store.store(jobId, before.and(new RevisionRecord.Step(jobId, now, request)));
        RevisionOf revises = new RevisionOf(base.root(), base.jobId(), asked, base.deletionAt());
        NewJob revision =
                new NewJob(
                        jobId,
                        base.owner(),
                        base.moduleName(),
                        base.archive(),
                        base.descriptor(),
                        base.options(),
                        base.existing(),
                        base.callback(),
                        caller.requestId(),
                        caller.traceparent(),
                        revises);
        if (ledger.revise(revision, use).isEmpty()) {
            // somebody asked for its deletion just now; what was stored goes with it
            deletions.demandStray(jobId);
            return Outcome.Refused.of(ErrorCode.GONE);
        }
        LOG.infof("revision %s of %s accepted: %s", jobId, base.jobId(), request.toDo().key());
        return new Outcome.Accepted(jobId);
    }

    private static Outcome refused(Checked.Faulty<?> faulty) {
        LOG.infof("revision refused: %s", faulty.code());
        return new Outcome.Refused(faulty.code(), faulty.details());
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobSubmitted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jobs: submitted, found, claimed, ended from outside, redriven. Every transition writes its event
 * in the same transaction and hands it to {@code afterCommit}. Throws {@link LedgerUnavailable} where
 * the table is out of reach.
 */
public final class JobLedger {
    private final Transitions transitions;
    private final Outbox outbox;

    JobLedger(Transitions transitions) {
        this.transitions = transitions;
        this.outbox = new Outbox(transitions);
    }

    /**
     * Commits a job, its deletion and {@code JobSubmitted}. Repeating it with the same jobId is harmless.
     *
     * @throws IllegalStateException where {@link #revise} would refuse
     */
    public Job submit(NewJob job) {
        return submit(job, null);
    }

    /**
     * The same, under a key: it is done with the job or not at all.
     *
     * @throws ClaimLost if another request holds the key by now; there is no job then
     */
    public Job submit(NewJob job, @Nullable KeyUse key) {
        return commit(job, key).orElseThrow(() -> refused(job, key));
    }

    /**
     * {@link #submit} of a revision; empty where the source of its root or base is gone, or somebody has
     * asked for its deletion. A deletion asked for later finds the revision ({@link #revisionsOf}).
     */
    public Optional<Job> revise(NewJob revision, @Nullable KeyUse key) {
        RevisionOf revises = Objects.requireNonNull(revision.revises(), "revises");
        Optional<Job> committed = commit(revision, key);
        if (committed.isEmpty() && !isGone(revises.root()) && !isGone(revises.basedOn())) {
            throw refused(revision, key);
        }
        return committed;
    }

    private boolean isGone(String jobId) {
        return transitions
                .table()
                .read(jobId, Items.DELETION)
                .map(item -> DeletionItem.read(item).takesSource())
                .orElse(true);
    }

    private Optional<Job> commit(NewJob job, @Nullable KeyUse key) {
        Instant now = transitions.now();
        Retention retention = transitions.retention();
        JobEvent submitted = submitted(job, now);
        Item item = JobItem.of(job, submitted.eventId(), now, retention);
        List<Write> writes = new ArrayList<>();
        writes.add(new Write.Insert(item));
        writes.add(new Write.Insert(DeletionItem.of(job, now, retention)));
        writes.addAll(RevisionItem.writes(job, retention.expiresAt(now)));
        if (key != null) {
            writes.add(RequestKeys.done(key, job.jobId()));
        }
        boolean committed =
                transitions.commit(
                        submitted.eventId(), writes, List.of(submitted), retention.expiresAt(now));
        return committed ? Optional.of(JobItem.read(item)) : find(job.jobId());
    }

    private static RuntimeException refused(NewJob job, @Nullable KeyUse key) {
        return key == null
                ? new IllegalStateException("job id was used before: " + job.jobId())
                : new ClaimLost(job.jobId(), key.held().fence());
    }

    /** Ids of the revisions of a job that the archive was submitted with. */
    public List<String> revisionsOf(String root) {
        return transitions.table().partition(root, Items.REVISION_PREFIX).stream()
                .map(RevisionItem::jobId)
                .toList();
    }

    private JobSubmitted submitted(NewJob job, Instant now) {
        RevisionOf revises = job.revises();
        return new JobSubmitted(
                JobEvent.VERSION,
                transitions.newId(),
                job.jobId(),
                1,
                1,
                now,
                job.requestId(),
                job.traceparent(),
                job.moduleName(),
                job.archive(),
                job.descriptor(),
                job.options(),
                job.existing(),
                revises == null ? null : revises.root(),
                revises == null ? null : revises.basedOn(),
                revises == null ? null : revises.revision());
    }

    /** Consistent read; items past their {@code ExpiresAt} are absent. */
    public Optional<Job> find(String jobId) {
        return transitions.read(jobId).map(Seen::job);
    }

    /**
     * Asks for the claim: of a {@code Pending} job, or of a {@code Running} one whose claim has ended.
     * The job is {@code Running} in stage {@code open} then, with the event {@code JobProgressed}. A job
     * past its deadline becomes {@code Failed} (final, {@code TIMED_OUT}) instead.
     *
     * @param attempt of the message; another one than the job's leaves nothing to do
     */
    public ClaimAttempt claim(String jobId, int attempt) {
        Transitions.Outcome outcome =
                transitions.apply(
                        jobId,
                        (seen, chronicle) -> {
                            if (whyNot(seen, attempt, chronicle.now()) != null) {
                                return null;
                            }
                            if (seen.isPastDeadline(chronicle.now())) {
                                return timedOut(seen, chronicle);
                            }
                            return new Move(
                                    JobEdits.claimed(seen, chronicle, transitions.retention()));
                        });
        if (outcome instanceof Transitions.Outcome.Done done) {
            return done.after().job().status() == JobStatus.Running
                    ? new ClaimAttempt.Claimed(new Claim(transitions, done.after()))
                    : new ClaimAttempt.Nothing("the job is past its deadline");
        }
        Seen seen = ((Transitions.Outcome.NotAllowed) outcome).seen();
        if (seen == null) {
            return new ClaimAttempt.Nothing("there is no such job");
        }
        // what was in the way a moment ago, even if its time has just run out
        ClaimAttempt obstacle = whyNot(seen, attempt, Instant.EPOCH);
        return Objects.requireNonNull(obstacle, "a claim is refused for a reason");
    }

    private static @Nullable ClaimAttempt whyNot(Seen seen, int attempt, Instant now) {
        Job job = seen.job();
        if (job.attempt() != attempt) {
            return new ClaimAttempt.Nothing(
                    "the job is at attempt " + job.attempt() + ", not " + attempt);
        }
        if (job.status().isTerminal()) {
            return new ClaimAttempt.Nothing("the job is " + job.status());
        }
        Instant until = job.claimUntil();
        return until != null && until.isAfter(now) ? new ClaimAttempt.Busy(until) : null;
    }

    private static Move timedOut(Seen seen, Chronicle chronicle) {
        JobFault fault = new JobFault(ErrorCode.TIMED_OUT, true, seen.job().stage(), null);
        return new Move(
                JobEdits.failedFromOutside(seen, fault, chronicle)
                        .expectAsSeen(seen.item(), Items.CLAIM_UNTIL));
    }

    /** Ends an unfinished job whoever holds it; the fence moves on. Refused for a terminal one. */
    public Change fail(String jobId, JobFault fault) {
        return transitions
                .apply(
                        jobId,
                        (seen, chronicle) ->
                                seen.job().status().isTerminal()
                                        ? null
                                        : new Move(
                                                JobEdits.failedFromOutside(seen, fault, chronicle)))
                .change();
    }

    /** {@link #fail} for good, because somebody wants the job no longer. */
    public Change cancel(String jobId) {
        return transitions
                .apply(
                        jobId,
                        (seen, chronicle) ->
                                seen.job().status().isTerminal()
                                        ? null
                                        : cancelled(seen, chronicle))
                .change();
    }

    private static Move cancelled(Seen seen, Chronicle chronicle) {
        JobFault fault = new JobFault(ErrorCode.CANCELLED, true, seen.job().stage(), null);
        return new Move(JobEdits.failedFromOutside(seen, fault, chronicle));
    }

    /**
     * A claim that ended unnoticed: the job is announced again ({@code JobSubmitted}, same attempt), or
     * {@code TIMED_OUT} past its deadline. Refused where the claim is live, the job not {@code Running},
     * or its time not come: each rescue puts the next one off.
     */
    public Change rescue(String jobId) {
        return transitions.apply(jobId, this::rescue).change();
    }

    private @Nullable Move rescue(Seen seen, Chronicle chronicle) {
        Instant now = chronicle.now();
        Instant dueAt = seen.item().timeOrNull(Items.DUE_AT);
        boolean come = dueAt == null || !dueAt.isAfter(now);
        if (seen.job().status() != JobStatus.Running || seen.isClaimed(now) || !come) {
            return null;
        }
        if (seen.isPastDeadline(now)) {
            return timedOut(seen, chronicle);
        }
        return new Move(JobEdits.rescued(seen, chronicle, transitions.retention()));
    }

    /**
     * {@code Failed} (recoverable) to {@code Pending} with the next attempt and {@code JobSubmitted}.
     * Refused where the source is gone or about to go.
     */
    public Change redrive(String jobId) {
        return transitions.apply(jobId, new Redrive(transitions)).change();
    }

    /** The history in its order. */
    public List<StoredEvent> events(String jobId) {
        return transitions.table().partition(jobId, Items.EVENT_PREFIX).stream()
                .filter(item -> !item.isExpired(transitions.now()))
                .flatMap(item -> EventItem.read(item).stream())
                .toList();
    }

    /** The history behind that sequence, in its order. */
    public List<StoredEvent> eventsAfter(String jobId, long sequence) {
        return transitions
                .table()
                .between(jobId, Items.event(sequence + 1), Items.event(Items.LAST_SEQUENCE))
                .stream()
                .filter(item -> !item.isExpired(transitions.now()))
                .flatMap(item -> EventItem.read(item).stream())
                .toList();
    }

    public Optional<StoredEvent> event(String jobId, long sequence) {
        return transitions
                .table()
                .read(jobId, Items.event(sequence))
                .filter(item -> !item.isExpired(transitions.now()))
                .flatMap(EventItem::read);
    }

    /**
     * What is due, oldest first, at most {@code limit} of each shard.
     *
     * @param until exclusive upper bound of {@code DueAt}
     */
    public List<DueItem> due(DueKind kind, EventSource owner, Instant until, int limit) {
        return outbox.due(kind, owner, until, limit);
    }

    /**
     * Sends what this service has not sent yet and is older than {@code age}.
     *
     * @return how many the bus took
     */
    public int relay(EventBus bus, EventSource source, Duration age) {
        return outbox.relay(bus, source, age);
    }

    /** Sends these events, and notes those that the bus took as sent. */
    public int send(EventBus bus, List<StoredEvent> events) {
        return outbox.send(bus, events);
    }
}

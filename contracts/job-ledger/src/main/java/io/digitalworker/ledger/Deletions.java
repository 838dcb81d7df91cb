package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The deletion item of a job: due from the submission on, a record afterwards (design §4.1, §4.5). */
public final class Deletions {
    private final Transitions transitions;
    private final Table table;

    Deletions(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
    }

    public Optional<Deletion> find(String jobId) {
        return item(jobId).map(DeletionItem::read);
    }

    /** The source went early; with {@code ArtifactsDeleted} (scope {@code source}). Once only. */
    public void sourceGone(String jobId, int objects, long bytes) {
        boolean unused =
                record(
                        jobId,
                        (item, chronicle) -> {
                            if (item.has(Items.SOURCE_DELETED_AT) || item.has(Items.DELETED_AT)) {
                                return null;
                            }
                            return counted(item, objects, bytes)
                                    .set(Items.SOURCE_DELETED_AT, Values.time(chronicle.now()));
                        },
                        (item, job, at) ->
                                at.deleted("source", objects, bytes, reason(item, job, at)));
    }

    /** Everything is gone, and there is nobody who could still write; see {@link #allGone(String, int, long, Instant)}. */
    public void allGone(String jobId, int objects, long bytes) {
        allGone(jobId, objects, bytes, null);
    }

    /**
     * Everything is gone; with {@code ArtifactsDeleted} (scope {@code all}). Once only; after another
     * look the deletion is merely no longer due.
     *
     * @param lookAgain when it is due once more, since a worker that was shut out may still write
     */
    public void allGone(String jobId, int objects, long bytes, @Nullable Instant lookAgain) {
        Rewrite gone = (item, chronicle) -> gone(item, chronicle.now(), objects, bytes, lookAgain);
        Telling all = (item, job, at) -> at.deleted("all", objects, bytes, reason(item, job, at));
        if (!record(jobId, gone, all)) {
            strayGone(jobId, objects, bytes);
        }
        noLongerDue(jobId);
    }

    private static @Nullable Edit gone(
            Item item, Instant now, int objects, long bytes, @Nullable Instant lookAgain) {
        if (item.has(Items.DELETED_AT)) {
            return null;
        }
        Edit edit = counted(item, objects, bytes).set(Items.DELETED_AT, Values.time(now));
        String jobId = item.text(Items.JOB_ID);
        return lookAgain == null
                ? edit.notDue()
                : edit.due(DeletionItem.due(jobId), Values.time(lookAgain));
    }

    /** The deletion of what was stored for a job that there never was has nobody to tell. */
    private void strayGone(String jobId, int objects, long bytes) {
        item(jobId)
                .map(item -> gone(item, transitions.now(), objects, bytes, null))
                .ifPresent(table::update);
    }

    /**
     * Asks for the deletion of everything now, whatever its time was. From then on no revision of the job
     * is accepted and it is not redriven. Repeating it changes nothing; it does not end the job.
     */
    public void demand(String jobId) {
        AttributeValue now = Values.time(transitions.now());
        Edit edit =
                new Edit(jobId, Items.DELETION)
                        .set(Items.DEMANDED_AT, now)
                        .due(DeletionItem.due(jobId), now)
                        .expectExists()
                        .expectAbsent(Items.DEMANDED_AT)
                        .expectAbsent(Items.DELETED_AT);
        // refused where somebody asked before, or everything is gone
        Table.Written ignored = table.update(edit);
    }

    /** Asks for the deletion of objects that were stored for a job which was refused then. */
    public void demandStray(String jobId) {
        Item item = DeletionItem.ofStray(jobId, transitions.now(), transitions.retention());
        // refused where somebody asked before
        Table.Written ignored = table.insert(item);
    }

    /** What changes on the deletion item; null where nothing does. */
    private interface Rewrite {
        @Nullable Edit of(Item deletion, Chronicle chronicle);
    }

    private interface Telling {
        void tell(Item deletion, Job job, Chronicle chronicle);
    }

    /** False where there is no such job. */
    private boolean record(String jobId, Rewrite rewrite, Telling telling) {
        Transitions.Outcome outcome =
                transitions.apply(
                        jobId,
                        (seen, chronicle) -> {
                            Item deletion = item(jobId).orElse(null);
                            Edit edit = deletion == null ? null : rewrite.of(deletion, chronicle);
                            if (deletion == null || edit == null) {
                                return null;
                            }
                            telling.tell(deletion, seen.job(), chronicle);
                            return new Move(Edit.ofJob(jobId), List.of(edit));
                        });
        return !(outcome instanceof Transitions.Outcome.NotAllowed refused)
                || refused.seen() != null;
    }

    private static Edit counted(Item deletion, int objects, long bytes) {
        return new Edit(deletion.text(Items.JOB_ID), Items.DELETION)
                .set(Items.OBJECTS, Values.number(deletion.number(Items.OBJECTS, 0) + objects))
                .set(Items.BYTES, Values.number(deletion.number(Items.BYTES, 0) + bytes))
                .expectAsSeen(
                        deletion,
                        Items.SOURCE_DELETED_AT,
                        Items.DELETED_AT,
                        Items.OBJECTS,
                        Items.BYTES);
    }

    private void noLongerDue(String jobId) {
        Item deletion = item(jobId).orElse(null);
        if (deletion == null || !deletion.has(Items.DELETED_AT) || !isDue(deletion)) {
            return;
        }
        Edit edit =
                new Edit(jobId, Items.DELETION)
                        .notDue()
                        .expectAsSeen(deletion, Items.DELETED_AT, Items.DUE_AT);
        // refused where it was made due at another time meanwhile: that look is still to be taken
        Table.Written ignored = table.update(edit);
    }

    private boolean isDue(Item deletion) {
        Instant dueAt = deletion.timeOrNull(Items.DUE_AT);
        return dueAt != null && !dueAt.isAfter(transitions.now());
    }

    private Optional<Item> item(String jobId) {
        return table.read(jobId, Items.DELETION).filter(i -> !i.isExpired(transitions.now()));
    }

    private static String reason(Item deletion, Job job, Chronicle chronicle) {
        if (deletion.has(Items.DEMANDED_AT)) {
            return "delete";
        }
        if (!job.deletionAt().isAfter(chronicle.now())) {
            return "due";
        }
        JobFault fault = job.status() == JobStatus.Failed ? job.fault() : null;
        return fault == null || fault.code() == ErrorCode.CANCELLED ? "delete" : "failed";
    }
}

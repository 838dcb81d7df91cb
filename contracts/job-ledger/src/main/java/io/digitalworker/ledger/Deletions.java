package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        record(
                jobId,
                (item, chronicle) -> {
                    if (item.has(Items.SOURCE_DELETED_AT) || item.has(Items.DELETED_AT)) {
                        return null;
                    }
                    return counted(item, objects, bytes)
                            .set(Items.SOURCE_DELETED_AT, Values.time(chronicle.now()));
                },
                (job, chronicle) ->
                        chronicle.deleted("source", objects, bytes, reason(job, chronicle.now())));
    }

    /**
     * Everything is gone; with {@code ArtifactsDeleted} (scope {@code all}). Once only; after another
     * look ({@link #again}) the deletion is merely no longer due.
     */
    public void allGone(String jobId, int objects, long bytes) {
        record(
                jobId,
                (item, chronicle) ->
                        item.has(Items.DELETED_AT)
                                ? null
                                : counted(item, objects, bytes)
                                        .set(Items.DELETED_AT, Values.time(chronicle.now()))
                                        .notDue(),
                (job, chronicle) ->
                        chronicle.deleted("all", objects, bytes, reason(job, chronicle.now())));
        noLongerDue(jobId);
    }

    /**
     * Looks again then: a worker that was shut out may still have been writing. Brings forward what is
     * due later, and never puts off what is due earlier.
     */
    public void again(String jobId, Instant dueAt) {
        Edit edit =
                new Edit(jobId, Items.DELETION)
                        .due(DeletionItem.due(jobId), Values.time(dueAt))
                        .expectExists()
                        .expectAbsentOrAfter(Items.DUE_AT, Values.time(dueAt));
        // refused where it is due earlier, which is as good
        Table.Written ignored = table.update(edit);
    }

    /** What changes on the deletion item; null where nothing does. */
    private interface Rewrite {
        @Nullable Edit of(Item deletion, Chronicle chronicle);
    }

    private interface Telling {
        void tell(Job job, Chronicle chronicle);
    }

    private void record(String jobId, Rewrite rewrite, Telling telling) {
        transitions.apply(
                jobId,
                (seen, chronicle) -> {
                    Item deletion = item(jobId).orElse(null);
                    Edit edit = deletion == null ? null : rewrite.of(deletion, chronicle);
                    if (edit == null) {
                        return null;
                    }
                    telling.tell(seen.job(), chronicle);
                    return new Move(Edit.ofJob(jobId), List.of(edit));
                });
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
        if (deletion == null || !deletion.has(Items.DUE) || !deletion.has(Items.DELETED_AT)) {
            return;
        }
        Edit edit =
                new Edit(jobId, Items.DELETION)
                        .notDue()
                        .expectAsSeen(deletion, Items.DELETED_AT, Items.DUE_AT);
        // refused where it was made due at another time meanwhile: that look is still to be taken
        Table.Written ignored = table.update(edit);
    }

    private Optional<Item> item(String jobId) {
        return table.read(jobId, Items.DELETION).filter(i -> !i.isExpired(transitions.now()));
    }

    private static String reason(Job job, Instant now) {
        if (!job.deletionAt().isAfter(now)) {
            return "due";
        }
        JobFault fault = job.status() == JobStatus.Failed ? job.fault() : null;
        return fault == null || fault.code() == ErrorCode.CANCELLED ? "delete" : "failed";
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The item of a deletion: due from the submission on. */
final class DeletionItem {
    private DeletionItem() {}

    static Item of(NewJob job, Instant submittedAt, Retention retention) {
        String jobId = job.jobId();
        AttributeValue dueAt = Values.time(job.deletionAt(submittedAt, retention));
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(jobId));
        item.put(Items.METADATA, Values.text(Items.DELETION));
        item.put(Items.DELETION_AT, dueAt);
        item.put(Items.OBJECTS, Values.number(0));
        item.put(Items.BYTES, Values.number(0));
        item.put(Items.DUE, Values.text(due(jobId).key()));
        item.put(Items.DUE_AT, dueAt);
        item.put(Items.EXPIRES_AT, retention.expiresAt(submittedAt));
        return new Item(item);
    }

    static Deletion read(Item item) {
        Instant deletedAt = item.timeOrNull(Items.DELETED_AT);
        boolean scheduled = deletedAt == null && item.has(Items.DUE_AT);
        return new Deletion(
                item.text(Items.JOB_ID),
                item.time(scheduled ? Items.DUE_AT : Items.DELETION_AT),
                item.timeOrNull(Items.DEMANDED_AT),
                item.timeOrNull(Items.SOURCE_DELETED_AT),
                deletedAt,
                (int) item.number(Items.OBJECTS, 0),
                item.number(Items.BYTES, 0));
    }

    /** Of objects that no job has: due now. */
    static Item ofStray(String jobId, Instant now, Retention retention) {
        AttributeValue dueAt = Values.time(now);
        Map<String, AttributeValue> item = new HashMap<>();
        item.put(Items.JOB_ID, Values.text(jobId));
        item.put(Items.METADATA, Values.text(Items.DELETION));
        item.put(Items.DELETION_AT, dueAt);
        item.put(Items.DEMANDED_AT, dueAt);
        item.put(Items.DUE, Values.text(due(jobId).key()));
        item.put(Items.DUE_AT, dueAt);
        item.put(Items.EXPIRES_AT, retention.expiresAt(now));
        return new Item(item);
    }

    /** Expects that a job has its source, and that nobody asked for its deletion. */
    static Write.Check untouched(String jobId) {
        return new Write.Check(
                jobId,
                Items.DELETION,
                List.of(Items.DEMANDED_AT, Items.SOURCE_DELETED_AT, Items.DELETED_AT));
    }

    static Due due(String jobId) {
        return Due.of(DueKind.DELETION, EventSource.CLEANUP, jobId);
    }
}

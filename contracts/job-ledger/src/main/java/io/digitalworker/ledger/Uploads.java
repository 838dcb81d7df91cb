package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.EventSource;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What callers announced that they would upload: items {@code upload#<id>} / {@code upload}. Each comes
 * due for deletion by cleanup-service, whether it was made, submitted, or neither: a submission copies.
 */
public final class Uploads {
    private final Transitions transitions;
    private final Table table;

    Uploads(Transitions transitions) {
        this.transitions = transitions;
        this.table = transitions.table();
    }

    /** Notes an upload, and its deletion, before anybody can make it. */
    public Upload announce(String uploadId, String principal, ObjectRef object) {
        Instant now = transitions.now();
        Retention retention = transitions.retention();
        Upload upload =
                new Upload(
                        uploadId,
                        principal,
                        object,
                        now.plus(retention.upload()),
                        now.plus(retention.uploadDeleted()));
        Table.Written written = table.insert(item(upload, retention.expiresAt(now)));
        if (written == Table.Written.REFUSED) {
            throw new IllegalStateException("upload id was used before: " + uploadId);
        }
        return upload;
    }

    /** Whether it is usable or not; absent once the ledger has forgotten it. */
    public Optional<Upload> find(String uploadId) {
        return table.read(partition(uploadId), Items.UPLOAD)
                .filter(item -> !item.isExpired(transitions.now()))
                .map(Uploads::read);
    }

    /** Its object is gone, or never was there. */
    public void deleted(String uploadId) {
        Edit edit =
                new Edit(partition(uploadId), Items.UPLOAD)
                        .set(Items.DELETED_AT, Values.time(transitions.now()))
                        .notDue()
                        .expectExists();
        // refused where the item has expired meanwhile
        Table.Written ignored = table.update(edit);
    }

    /** The upload that a due item is about. */
    public static String id(DueItem due) {
        return due.jobId().substring(Items.UPLOAD_PARTITION.length());
    }

    private static Item item(Upload upload, AttributeValue expiresAt) {
        String partition = partition(upload.uploadId());
        Map<String, AttributeValue> item = new HashMap<>(Table.key(partition, Items.UPLOAD));
        item.put(Items.PRINCIPAL, Values.text(upload.principal()));
        item.put(Items.OBJECT, JobItem.reference(upload.object()));
        item.put(Items.USABLE_UNTIL, Values.time(upload.usableUntil()));
        item.put(Items.DELETION_AT, Values.time(upload.deletedAt()));
        Due due = Due.of(DueKind.UPLOAD, EventSource.CLEANUP, partition);
        item.put(Items.DUE, Values.text(due.key()));
        item.put(Items.DUE_AT, Values.time(upload.deletedAt()));
        item.put(Items.EXPIRES_AT, expiresAt);
        return new Item(item);
    }

    private static Upload read(Item item) {
        return new Upload(
                item.text(Items.JOB_ID).substring(Items.UPLOAD_PARTITION.length()),
                item.text(Items.PRINCIPAL),
                JobItem.reference(item.map(Items.OBJECT)),
                item.time(Items.USABLE_UNTIL),
                item.time(Items.DELETION_AT));
    }

    private static String partition(String uploadId) {
        return Items.UPLOAD_PARTITION + uploadId;
    }
}

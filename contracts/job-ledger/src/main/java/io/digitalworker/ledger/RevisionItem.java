package io.digitalworker.ledger;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of a root, by which its deletion finds its revisions. */
final class RevisionItem {
    private RevisionItem() {}

    /**
     * What is written with a revision: that the root has it, and that neither root nor base is being
     * deleted. Nothing for other jobs.
     */
    static List<Write> writes(NewJob job, AttributeValue expiresAt) {
        RevisionOf revises = job.revises();
        if (revises == null) {
            return List.of();
        }
        Write listed = new Write.Insert(of(revises.root(), job.jobId(), expiresAt));
        Stream<Write> untouched =
                Stream.of(revises.root(), revises.basedOn())
                        .distinct()
                        .map(DeletionItem::untouched);
        return Stream.concat(Stream.of(listed), untouched).toList();
    }

    private static Item of(String root, String jobId, AttributeValue expiresAt) {
        return new Item(
                Map.of(
                        Items.JOB_ID, Values.text(root),
                        Items.METADATA, Values.text(Items.revision(jobId)),
                        Items.EXPIRES_AT, expiresAt));
    }

    static String jobId(Item item) {
        return item.text(Items.METADATA).substring(Items.REVISION_PREFIX.length());
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;

/**
 * Partition of {@code DueIndex}: everything of one kind that one service looks after, spread over
 * {@value #SHARDS} shards by job. The sort key of the index is {@code DueAt}, epoch milliseconds.
 */
public record Due(DueKind kind, EventSource owner, int shard) {
    public static final int SHARDS = 2;

    public static Due of(DueKind kind, EventSource owner, String jobId) {
        return new Due(kind, owner, Math.floorMod(jobId.hashCode(), SHARDS));
    }

    /** The attribute's value, such as {@code event|ingest|1}. */
    public String key() {
        return kind.key() + "|" + owner.key() + "|" + shard;
    }
}

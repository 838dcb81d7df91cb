package io.digitalworker.ingest.batch;

import java.time.Instant;

/**
 * A batch that is committed.
 *
 * @param status as callers see it
 * @param estimatedCompletionTime when its last job will have ended, as far as one can know
 */
public record AcceptedBatch(String batchId, String status, Instant estimatedCompletionTime) {}

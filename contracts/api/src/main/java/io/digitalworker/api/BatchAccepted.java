package io.digitalworker.api;

import java.time.Instant;

/**
 * The answer 202 to a batch: it is committed.
 *
 * @param status {@code Running}
 * @param estimatedCompletionTime when its last job will have ended, as far as one can know
 * @param statusUrl absolute address of its state
 */
public record BatchAccepted(
        String batchId, String status, Instant estimatedCompletionTime, String statusUrl) {}

package io.digitalworker.ingest.batch;

import io.digitalworker.ledger.Batch;
import java.time.Duration;
import java.time.Instant;

/**
 * When a batch will be complete: from the pace of those of its jobs that have ended; until the first one
 * has, from what the configuration says of a job. It is an estimate, and never in the past.
 */
final class BatchEstimate {
    private final Duration perJob;
    private final int atATime;

    BatchEstimate(BatchConfig config) {
        this(config.perJob(), config.atATime());
    }

    BatchEstimate(Duration perJob, int atATime) {
        this.perJob = perJob;
        this.atATime = atATime;
    }

    /**
     * @param ended how many of its jobs have ended
     */
    Instant of(Batch batch, int ended, Instant now) {
        Instant completedAt = batch.completedAt();
        if (completedAt != null) {
            return completedAt;
        }
        Duration whole =
                whole(batch.jobs().size(), ended, Duration.between(batch.submittedAt(), now));
        Instant estimate = batch.submittedAt().plus(whole);
        return estimate.isBefore(now) ? now : estimate;
    }

    private Duration whole(int jobs, int ended, Duration elapsed) {
        return ended == 0
                ? perJob.multipliedBy((jobs + atATime - 1) / atATime)
                : elapsed.multipliedBy(jobs).dividedBy(ended);
    }
}

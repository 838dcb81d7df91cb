package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a batch stands.
 *
 * @param status {@code Running}, then {@code Completed} for good, whatever is redriven later
 * @param estimatedCompletionTime when its last job will have ended, as far as one can know; then when it
 *     had
 * @param jobs in the order of the submissions
 */
public record BatchView(
        String batchId,
        String status,
        Instant submittedAt,
        Instant estimatedCompletionTime,
        Counts counts,
        List<JobInBatch> jobs) {
    public static final String RUNNING = "Running";
    public static final String COMPLETED = "Completed";

    public BatchView {
        jobs = List.copyOf(jobs);
    }

    /** How many of its jobs stand where. */
    public record Counts(int pending, int running, int succeeded, int failed) {}

    /**
     * One of its jobs.
     *
     * @param index of its submission, from 0
     * @param errorCode why it failed
     * @param statusUrl absolute address of its state
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record JobInBatch(
            int index,
            String jobId,
            JobStatus status,
            String moduleName,
            @Nullable String errorCode,
            String statusUrl) {}
}

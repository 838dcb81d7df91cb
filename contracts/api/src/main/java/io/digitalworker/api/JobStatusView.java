package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /v1/job-status/{jobId}} (design §4.1). Fields that do not apply are left
 * out; readers pass over fields they do not know.
 *
 * @param downloadUrl presigned address of the bundle, minted for this answer
 * @param progress 0 to 100
 * @param checkpoint the last stage that was finished
 * @param gaps sections that could not be written completely
 * @param writer who wrote, such as {@code extractive}; at the end of a job that succeeded
 * @param degraded whether something was written by less than what was asked for
 * @param usage of models so far, over all attempts; absent while none was asked
 * @param quality of what was written
 * @param estimate where nothing else was asked for
 * @param revisionOf of a revision: the job that the archive was submitted with
 * @param basedOn of a revision: the job whose documents it revises
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobStatusView(
        String jobId,
        JobStatus status,
        String moduleName,
        int attempt,
        @Nullable String stage,
        int progress,
        @Nullable String checkpoint,
        List<StageView> stages,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String downloadUrl,
        List<ArtifactView> artifacts,
        @Nullable String errorCode,
        @Nullable String errorMessage,
        @Nullable Boolean recoverable,
        List<String> gaps,
        @Nullable String writer,
        @Nullable Boolean degraded,
        @Nullable UsageView usage,
        @Nullable CostView cost,
        @Nullable Quality quality,
        @Nullable Estimate estimate,
        List<DeliveryView> deliveries,
        DeletionView deletion,
        @Nullable String revisionOf,
        @Nullable String basedOn) {

    public JobStatusView {
        stages = List.copyOf(stages);
        artifacts = List.copyOf(artifacts);
        gaps = List.copyOf(gaps);
        deliveries = List.copyOf(deliveries);
    }

    /**
     * Calls of models that are settled.
     *
     * @param tokensIn of prompts, cached ones included
     * @param tokensCached of {@code tokensIn}, read from a cache
     */
    public record UsageView(int calls, long tokensIn, long tokensOut, long tokensCached) {}

    /**
     * What these calls cost.
     *
     * @param reserved held by calls that are not settled: under way, or their process was killed; what
     *     was really spent is between {@code usd} and both together
     * @param priceTable version of the prices; at the end of a job that succeeded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CostView(
            BigDecimal usd, BigDecimal reserved, String currency, @Nullable String priceTable) {}

    /** A stage of the present attempt. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StageView(
            String name, Instant startedAt, @Nullable Instant endedAt, @Nullable Long durationMs) {}

    /**
     * A file for the caller.
     *
     * @param size in bytes
     * @param expiresAt when {@code url} stops working
     */
    public record ArtifactView(
            String name, long size, String sha256, String url, Instant expiresAt) {}

    /** A notification: {@code channel} is {@code sns} or {@code webhook}. */
    public record DeliveryView(String channel, String state, int attempts) {}

    /** {@code state} is {@code scheduled} or {@code deleted}; {@code at} when it is due or was done. */
    public record DeletionView(String state, Instant at) {}
}

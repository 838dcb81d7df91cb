package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in a {@link JobList}. Fields are those of {@link JobStatusView}; what does not apply is left out.
 *
 * @param progress 0 to 100
 * @param revisionOf of a revision: the job that the archive was submitted with
 * @param basedOn of a revision: the job whose documents it revises
 * @param statusUrl absolute address of everything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobSummary(
        String jobId,
        JobStatus status,
        String moduleName,
        Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable String stage,
        int progress,
        @Nullable String errorCode,
        @Nullable String revisionOf,
        @Nullable String basedOn,
        JobStatusView.DeletionView deletion,
        String statusUrl) {}

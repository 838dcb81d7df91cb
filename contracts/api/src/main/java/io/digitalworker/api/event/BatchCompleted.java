package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Every job of a batch has ended. The fields of every event are described at {@link JobEvent}.
 *
 * @param batchId the batch
 * @param succeeded jobs that succeeded
 * @param failed jobs that failed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchCompleted(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String batchId,
        int succeeded,
        int failed)
        implements JobEvent {}

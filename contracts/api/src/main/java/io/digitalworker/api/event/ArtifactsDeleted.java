package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the job left in the buckets is gone. The fields of every event are described at {@link JobEvent}.
 *
 * @param scope {@code source} or {@code all}
 * @param objects how many
 * @param bytes their size
 * @param reason {@code due}, {@code failed} or {@code delete}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArtifactsDeleted(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String scope,
        int objects,
        long bytes,
        String reason)
        implements JobEvent {}

package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The job has entered a stage. The fields of every event are described at {@link JobEvent}.
 *
 * @param stage key of the stage
 * @param progress 0 to 99
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobProgressed(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String stage,
        int progress)
        implements JobEvent {}

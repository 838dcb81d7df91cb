package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message was received too often and given up. The fields of every event are described at {@link JobEvent}.
 *
 * @param queue the queue it came from
 * @param messageId its id there
 * @param receives how often it was received
 * @param code constant of the error catalogue
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageDeadLettered(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String queue,
        String messageId,
        int receives,
        String code)
        implements JobEvent {}

package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The end of an attempt without artifacts. The fields of every event are described at {@link JobEvent}.
 *
 * @param moduleName name of the module
 * @param code constant of the error catalogue
 * @param message its text
 * @param finalFailure true: refused, cancelled or timed out, the source goes at once; false: an operator can redrive it
 * @param stage where it happened
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobFailed(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String moduleName,
        String code,
        String message,
        boolean finalFailure,
        @Nullable String stage)
        implements JobEvent {}

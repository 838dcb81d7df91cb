package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.digitalworker.api.ObjectRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Generate a specification: written by ingest, by a redrive, and again by whoever rescues a job whose worker was lost. The fields of every event are described at {@link JobEvent}.
 *
 * @param moduleName name of the module
 * @param archive the checked ZIP; absent where the options do without
 * @param descriptor the checked descriptor
 * @param options the options; they hold the callback address
 * @param existing the partial document to be kept, where one came
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobSubmitted(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String moduleName,
        @Nullable ObjectRef archive,
        ObjectRef descriptor,
        ObjectRef options,
        @Nullable ObjectRef existing)
        implements JobEvent {}

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
 * @param revisionOf of a revision: the job that the archive was submitted with
 * @param basedOn of a revision: the job whose documents it revises
 * @param revision of a revision: what is asked of them, a {@link io.digitalworker.api.RevisionRecord}
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
        @Nullable ObjectRef existing,
        @Nullable String revisionOf,
        @Nullable String basedOn,
        @Nullable ObjectRef revision)
        implements JobEvent {
    /** Of a job that revises no other. */
    public JobSubmitted(
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
            @Nullable ObjectRef existing) {
        this(
                version,
                eventId,
                jobId,
                attempt,
                sequence,
                occurredAt,
                requestId,
                traceparent,
                moduleName,
                archive,
                descriptor,
                options,
                existing,
                null,
                null,
                null);
    }
}

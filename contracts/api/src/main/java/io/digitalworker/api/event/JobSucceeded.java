package io.digitalworker.api.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts are published: the end of an attempt. The fields of every event are described at {@link JobEvent}.
 *
 * @param moduleName name of the module
 * @param outputKey prefix of the artifact set in the output bucket
 * @param bundleSha256 hash of the bundle
 * @param artifacts how many files
 * @param gaps sections that are not complete
 * @param durationMs from the claim to the end
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobSucceeded(
        String version,
        String eventId,
        String jobId,
        int attempt,
        long sequence,
        Instant occurredAt,
        String requestId,
        @Nullable String traceparent,
        String moduleName,
        String outputKey,
        String bundleSha256,
        int artifacts,
        List<String> gaps,
        long durationMs)
        implements JobEvent {
    public JobSucceeded {
        gaps = List.copyOf(gaps);
    }
}

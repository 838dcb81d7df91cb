package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET /v1/jobs}: the caller's jobs, newest first. What was submitted within the last
 * seconds may be absent.
 *
 * @param jobs may be fewer than were asked for, even none, where {@code hasNext}
 * @param cursor where the next page begins; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobList(List<JobSummary> jobs, boolean hasNext, @Nullable String cursor) {
    public JobList {
        jobs = List.copyOf(jobs);
    }
}

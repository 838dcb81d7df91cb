package io.digitalworker.api.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the services tell one another: the {@code detail} of an event on the bus (design §4.3). The
 * {@code detail-type} is the record's simple name, the {@code source} is {@code
 * digitalworker.<service>}. Adding a field keeps {@link #VERSION}; a breaking change is a new major
 * version beside the old one.
 */
public sealed interface JobEvent
        permits JobSubmitted,
                JobProgressed,
                JobSucceeded,
                JobFailed,
                ArtifactsDeleted,
                MessageDeadLettered,
                BatchCompleted {

    /** Version that this code writes and reads: consumers accept every {@code 1.x}. */
    String VERSION = "1.0";

    /** All kinds, in alphabetical order of their names. */
    List<Class<? extends JobEvent>> KINDS =
            List.of(
                    ArtifactsDeleted.class,
                    BatchCompleted.class,
                    JobFailed.class,
                    JobProgressed.class,
                    JobSubmitted.class,
                    JobSucceeded.class,
                    MessageDeadLettered.class);

    /** {@code major.minor}. */
    String version();

    /** Unique; stays the same however often the event is delivered. */
    String eventId();

    /** For {@link BatchCompleted} the batch. */
    String jobId();

    /** Counts from 1; a redrive starts the next. */
    int attempt();

    /** Position in the history of the job, from 1 without gaps; orders views, nothing else. */
    long sequence();

    Instant occurredAt();

    /** Of the HTTP request that everything began with. */
    String requestId();

    /** W3C trace context, where there is one. */
    @Nullable String traceparent();

    /** The {@code detail-type} on the bus. */
    default String detailType() {
        return getClass().getSimpleName();
    }
}

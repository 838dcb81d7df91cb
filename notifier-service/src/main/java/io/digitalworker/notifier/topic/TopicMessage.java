package io.digitalworker.notifier.topic;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.digitalworker.api.JobStatus;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message on the topic (design §4.4).
 *
 * @param url of the job's status, which asks for identity; never a presigned one, which every
 *     subscriber could read
 * @param errorMessage of the catalogue
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopicMessage(
        String jobId, JobStatus status, @Nullable String url, @Nullable String errorMessage) {}

package io.digitalworker.api;

/**
 * The answer 202 to a submission: the job is committed.
 *
 * @param statusUrl absolute address of its status
 */
public record JobAccepted(String jobId, String statusUrl) {}

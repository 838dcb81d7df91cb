package io.digitalworker.api;

/** The answer to {@code DELETE /v1/jobs/{jobId}}: when what the job has goes, or went. */
public record JobDeletion(String jobId, JobStatusView.DeletionView deletion) {}

package io.digitalworker.ledger;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The job item as it was read.
 *
 * @param fence grows with every claim and whenever a holder is shut out
 * @param sequence of the last event in its history
 * @param archive absent where the options do without
 * @param existing the partial document to be kept, where one came
 * @param claimUntil end of the last claim, which may be past; absent before the first, after a release
 *     and at the end
 * @param deadline of the present attempt, absent before its first claim
 * @param deletionAt when source and artifacts go
 * @param revises what it revises; absent for a job with a source of its own
 * @param lastCause simple class name of the last exception that a worker gave the claim up for
 * @param summary of a job that succeeded, if its generator told
 */
public record Job(
        String jobId,
        String owner,
        String moduleName,
        JobStatus status,
        int attempt,
        long fence,
        long sequence,
        Instant submittedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable ObjectRef archive,
        ObjectRef descriptor,
        ObjectRef options,
        @Nullable ObjectRef existing,
        boolean callback,
        @Nullable String stage,
        int progress,
        List<StageTime> stages,
        @Nullable String outputKey,
        List<Artifact> artifacts,
        List<String> gaps,
        @Nullable JobFault fault,
        @Nullable Instant claimUntil,
        @Nullable Instant deadline,
        Instant deletionAt,
        String requestId,
        @Nullable String traceparent,
        @Nullable String lastCause,
        @Nullable Summary summary,
        @Nullable RevisionOf revises) {

    public Job {
        stages = List.copyOf(stages);
        artifacts = List.copyOf(artifacts);
        gaps = List.copyOf(gaps);
    }

    /** The job that the source was submitted with: itself, unless it is a revision. */
    public String root() {
        return revises == null ? jobId : revises.root();
    }

    /** A stage of the present attempt, in the order of {@code startedAt}. */
    public record StageTime(String stage, Instant startedAt, @Nullable Instant endedAt) {}
}

package io.digitalworker.ingest.status;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as the ledger gives them. */
final class JobSamples {
    static final Instant SUBMITTED = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant DELETION = Instant.parse("2026-03-02T10:00:00Z");
    private static final ObjectRef REF = new ObjectRef("b", "k", "0".repeat(64), 1);

    private JobSamples() {}

    static Job pending() {
        return job(JobStatus.Pending, 0, List.of(), null, List.of(), null);
    }

    static Job running() {
        return job(
                JobStatus.Running,
                30,
                List.of(
                        new Job.StageTime("open", SUBMITTED, SUBMITTED.plusMillis(1_500)),
                        new Job.StageTime("inventory", SUBMITTED.plusMillis(1_500), null)),
                null,
                List.of(),
                null);
    }

    static Job succeeded() {
        return job(
                JobStatus.Succeeded,
                90,
                List.of(new Job.StageTime("publish", SUBMITTED, SUBMITTED.plusSeconds(1))),
                "j1/1/",
                List.of(
                        new Artifact("srs.pdf", 10, "aa", "application/pdf"),
                        new Artifact(Artifact.BUNDLE, 20, "bb", "application/zip")),
                null);
    }

    static Job failed(JobFault fault) {
        return job(JobStatus.Failed, 30, List.of(), null, List.of(), fault);
    }

    static OwnedJob owned(Job job) {
        return new OwnedJob(job, List.of(), Optional.empty(), JobUsage.NONE);
    }

    static OwnedJob owned(Job job, Delivery... deliveries) {
        return new OwnedJob(job, List.of(deliveries), Optional.empty(), JobUsage.NONE);
    }

    static OwnedJob deleted(Job job, Instant at) {
        return new OwnedJob(
                job,
                List.of(),
                Optional.of(new Deletion(job.jobId(), DELETION, null, null, at, 5, 100)),
                JobUsage.NONE);
    }

    static OwnedJob spending(Job job, JobUsage usage) {
        return new OwnedJob(job, List.of(), Optional.empty(), usage);
    }

    static Job succeeded(Summary summary) {
        return job(JobStatus.Succeeded, 90, List.of(), "j1/1/", List.of(), null, summary);
    }

    private static Job job(
            JobStatus status,
            int progress,
            List<Job.StageTime> stages,
            @Nullable String outputKey,
            List<Artifact> artifacts,
            @Nullable JobFault fault) {
        return job(status, progress, stages, outputKey, artifacts, fault, null);
    }

    private static Job job(
            JobStatus status,
            int progress,
            List<Job.StageTime> stages,
            @Nullable String outputKey,
            List<Artifact> artifacts,
            @Nullable JobFault fault,
            @Nullable Summary summary) {
        return new Job(
                "j1",
                "anonymous",
                "Module",
                status,
                1,
                1,
                3,
                SUBMITTED,
                null,
                null,
                REF,
                REF,
                REF,
                null,
                false,
                stages.isEmpty() ? null : stages.get(stages.size() - 1).stage(),
                progress,
                stages,
                outputKey,
                artifacts,
                List.of("3.2 Interfaces"),
                fault,
                null,
                null,
                DELETION,
                "r1",
                null,
                null,
                summary,
                null);
    }
}

package io.digitalworker.ingest.status;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.Job.StageTime;
import io.digitalworker.ledger.JobFault;
import io.digitalworker.ledger.RevisionOf;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the ledger knows of a job into what its owner sees. */
final class StatusViews {
    private static final Duration LONGEST_LINK = Duration.ofHours(1);
    private static final Comparator<Delivery> IN_ORDER =
            Comparator.comparingLong(Delivery::sequence).thenComparing(Delivery::channel);

    private StatusViews() {}

    static JobStatusView of(OwnedJob owned, Instant now, Links links) {
        Job job = owned.job();
        JobFault fault = job.fault();
        RevisionOf revises = job.revises();
        List<JobStatusView.ArtifactView> artifacts = artifacts(owned, now, links);
        return new JobStatusView(
                job.jobId(),
                job.status(),
                job.moduleName(),
                job.attempt(),
                job.stage(),
                job.status() == JobStatus.Succeeded ? 100 : job.progress(),
                checkpoint(job),
                job.stages().stream().map(StatusViews::stage).toList(),
                job.submittedAt(),
                job.startedAt(),
                job.endedAt(),
                bundle(artifacts),
                artifacts,
                fault == null ? null : fault.code().name(),
                fault == null ? null : fault.code().message(),
                fault == null ? null : !fault.finalFailure(),
                job.gaps(),
                Spent.writer(job),
                Spent.degraded(job),
                Spent.usage(owned),
                Spent.cost(owned),
                Spent.quality(job),
                Spent.estimate(job),
                owned.deliveries().stream().sorted(IN_ORDER).map(StatusViews::delivery).toList(),
                deletion(job, owned.deletion()),
                revises == null ? null : revises.root(),
                revises == null ? null : revises.basedOn());
    }

    /** Whether there is something to fetch, and for how long an address of it may work. */
    static boolean hasLinks(OwnedJob owned, Instant now) {
        return owned.job().status() == JobStatus.Succeeded
                && owned.deletion().map(Deletion::deletedAt).isEmpty()
                && life(owned, now).compareTo(Duration.ofSeconds(1)) >= 0;
    }

    /** How long an address may work: up to an hour, and never beyond the deletion. */
    static Duration life(OwnedJob owned, Instant now) {
        Duration left = Duration.between(now, due(owned.job(), owned.deletion()));
        return left.compareTo(LONGEST_LINK) < 0 ? left : LONGEST_LINK;
    }

    private static List<JobStatusView.ArtifactView> artifacts(
            OwnedJob owned, Instant now, Links links) {
        String outputKey = owned.job().outputKey();
        if (outputKey == null || !hasLinks(owned, now)) {
            return List.of();
        }
        Duration life = life(owned, now);
        return owned.job().artifacts().stream()
                .map(
                        artifact ->
                                new JobStatusView.ArtifactView(
                                        artifact.name(),
                                        artifact.size(),
                                        artifact.sha256(),
                                        links.to(outputKey, artifact, life),
                                        now.plus(life)))
                .toList();
    }

    private static @Nullable String bundle(List<JobStatusView.ArtifactView> artifacts) {
        return artifacts.stream()
                .filter(artifact -> artifact.name().equals(Artifact.BUNDLE))
                .map(JobStatusView.ArtifactView::url)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String checkpoint(Job job) {
        return job.stages().stream()
                .filter(stage -> stage.endedAt() != null)
                .map(StageTime::stage)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static JobStatusView.StageView stage(StageTime stage) {
        Instant ended = stage.endedAt();
        Long duration =
                ended == null ? null : Duration.between(stage.startedAt(), ended).toMillis();
        return new JobStatusView.StageView(stage.stage(), stage.startedAt(), ended, duration);
    }

    private static JobStatusView.DeliveryView delivery(Delivery delivery) {
        return new JobStatusView.DeliveryView(
                delivery.channel(), delivery.state(), delivery.attempts());
    }

    static JobStatusView.DeletionView deletion(Job job, Optional<Deletion> deletion) {
        return deletion.map(Deletion::deletedAt)
                .map(at -> new JobStatusView.DeletionView("deleted", at))
                .orElseGet(() -> new JobStatusView.DeletionView("scheduled", due(job, deletion)));
    }

    private static Instant due(Job job, Optional<Deletion> deletion) {
        return deletion.map(Deletion::dueAt).orElse(job.deletionAt());
    }
}

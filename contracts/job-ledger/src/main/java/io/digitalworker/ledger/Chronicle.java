package io.digitalworker.ledger;

import io.digitalworker.api.Stage;
import io.digitalworker.api.event.ArtifactsDeleted;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.api.event.JobProgressed;
import io.digitalworker.api.event.JobSubmitted;
import io.digitalworker.api.event.JobSucceeded;
import io.digitalworker.api.event.MessageDeadLettered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes the next events in the history of a job: numbered without gaps, all of one moment. */
final class Chronicle {
    private final Job job;
    private final Instant now;
    private final Supplier<String> ids;
    private final List<JobEvent> events = new ArrayList<>();

    Chronicle(Job job, Instant now, Supplier<String> ids) {
        this.job = job;
        this.now = now;
        this.ids = ids;
    }

    Instant now() {
        return now;
    }

    List<JobEvent> events() {
        return List.copyOf(events);
    }

    /** Sequence of the event that comes next. */
    long next() {
        return job.sequence() + events.size() + 1;
    }

    void submitted(int attempt) {
        RevisionOf revises = job.revises();
        events.add(
                new JobSubmitted(
                        JobEvent.VERSION,
                        ids.get(),
                        job.jobId(),
                        attempt,
                        next(),
                        now,
                        job.requestId(),
                        job.traceparent(),
                        job.moduleName(),
                        job.archive(),
                        job.descriptor(),
                        job.options(),
                        job.existing(),
                        revises == null ? null : revises.root(),
                        revises == null ? null : revises.basedOn(),
                        revises == null ? null : revises.revision()));
    }

    void progressed(Stage stage) {
        events.add(
                new JobProgressed(
                        JobEvent.VERSION,
                        ids.get(),
                        job.jobId(),
                        job.attempt(),
                        next(),
                        now,
                        job.requestId(),
                        job.traceparent(),
                        stage.key(),
                        stage.startsAt()));
    }

    void succeeded(Published published) {
        Instant since = job.startedAt() == null ? now : job.startedAt();
        events.add(
                new JobSucceeded(
                        JobEvent.VERSION,
                        ids.get(),
                        job.jobId(),
                        job.attempt(),
                        next(),
                        now,
                        job.requestId(),
                        job.traceparent(),
                        job.moduleName(),
                        published.outputKey(),
                        published.bundleSha256(),
                        published.artifacts().size(),
                        published.gaps(),
                        Math.max(0, Duration.between(since, now).toMillis())));
    }

    void failed(JobFault fault) {
        events.add(
                new JobFailed(
                        JobEvent.VERSION,
                        ids.get(),
                        job.jobId(),
                        job.attempt(),
                        next(),
                        now,
                        job.requestId(),
                        job.traceparent(),
                        job.moduleName(),
                        fault.code().name(),
                        fault.code().message(),
                        fault.finalFailure(),
                        fault.stage()));
    }

    void deleted(String scope, int objects, long bytes, String reason) {
        events.add(
                new ArtifactsDeleted(
                        JobEvent.VERSION,
                        ids.get(),
                        job.jobId(),
                        job.attempt(),
                        next(),
                        now,
                        job.requestId(),
                        job.traceparent(),
                        scope,
                        objects,
                        bytes,
                        reason));
    }

    void deadLettered(DeadLetter letter) {
        events.add(
                new MessageDeadLettered(
                        JobEvent.VERSION,
                        ids.get(),
                        job.jobId(),
                        job.attempt(),
                        next(),
                        now,
                        job.requestId(),
                        job.traceparent(),
                        letter.queue(),
                        letter.messageId(),
                        letter.receives(),
                        letter.code().name()));
    }
}

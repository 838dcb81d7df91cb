package io.digitalworker.generator;

import io.digitalworker.api.event.EventSource;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.document.writing.SectionWriter;
import io.digitalworker.generator.attempt.Watchdog;
import io.digitalworker.generator.budget.JobBudgets;
import io.digitalworker.generator.budget.ModelPrices;
import io.digitalworker.generator.budget.Spending;
import io.digitalworker.generator.estimate.Estimates;
import io.digitalworker.generator.model.BedrockConfig;
import io.digitalworker.generator.model.BedrockSettings;
import io.digitalworker.generator.model.ModelBench;
import io.digitalworker.generator.model.Models;
import io.digitalworker.generator.objects.FakeObjectStore;
import io.digitalworker.generator.open.OpenSource;
import io.digitalworker.generator.open.WorkDirectories;
import io.digitalworker.generator.publish.PublishArtifacts;
import io.digitalworker.generator.writing.SectionWriters;
import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.Caps;
import io.digitalworker.ledger.Claim;
import io.digitalworker.ledger.ClaimAttempt;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Ledger;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.queue.Lease;
import io.digitalworker.queue.Received;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A generator put together by hand: the real ledger on the table of an embedded cloud, objects in
 * memory, a clock that can be moved.
 */
public final class Workbench implements AutoCloseable {
    private static final Estimates WITHOUT_MODELS =
            new Estimates(Optional.empty(), (brief, tree) -> Optional.empty());

    public final MovableClock clock = new MovableClock();
    public final FakeObjectStore objects = new FakeObjectStore();
    public final JobLedger ledger = ledger();
    public final Lease lease = new Lease();
    public final Watchdog watchdog =
            new Watchdog(clock, Duration.ofMillis(20), Duration.ofMinutes(1));
    public Caps caps = Caps.NONE;
    public final Budgets budgets = budgets();
    private final WorkDirectories directories;

    public Workbench(Path base) {
        directories = new WorkDirectories(base, () -> UUID.randomUUID().toString());
        directories.open();
    }

    /** A service of its own on the same table. */
    public JobLedger ledger() {
        return table().jobs();
    }

    /** What models cost, on the same table. */
    public Budgets budgets() {
        return table().budgets();
    }

    private Ledger table() {
        return new Ledger(
                LedgerTable.client(),
                LedgerTable.NAME,
                EventSource.GENERATOR,
                Retention.standard(),
                clock,
                () -> UUID.randomUUID().toString(),
                event -> {});
    }

    public GenerateSpecification generate() {
        return generate(new ExtractiveWriter());
    }

    public GenerateSpecification generate(SectionWriter writer) {
        return generate(writer, WITHOUT_MODELS);
    }

    public GenerateSpecification generate(SectionWriter writer, Estimates estimates) {
        return generate(writer, new Models(List.of(), 1), BedrockSettings.of(), estimates);
    }

    /** With these models to write. */
    public GenerateSpecification generate(Models models, BedrockConfig config) {
        return generate(new ExtractiveWriter(), models, config, WITHOUT_MODELS);
    }

    private GenerateSpecification generate(
            SectionWriter writer, Models models, BedrockConfig config, Estimates estimates) {
        JobBudgets jobs = new JobBudgets(budgets, caps, ModelPrices.standard(), Spending.UNWATCHED);
        return new GenerateSpecification(
                directories,
                new OpenSource(objects),
                new SectionWriters(
                        writer,
                        models,
                        ModelBench.calls(clock, config),
                        jobs,
                        objects,
                        config,
                        () -> UUID.randomUUID().toString()),
                Typefaces.bundled(),
                new PublishArtifacts(objects),
                jobs,
                estimates);
    }

    /** A submitted job with its objects. */
    public Submission submitted() {
        return submitted(Submission.of(UUID.randomUUID().toString()));
    }

    public Submission submitted(Submission submission) {
        ledger.submit(submission.storedIn(objects).newJob());
        return submission;
    }

    public Claim claim(Submission submission) {
        return ((ClaimAttempt.Claimed) ledger.claim(submission.jobId(), 1)).claim();
    }

    public Job job(Submission submission) {
        return ledger.find(submission.jobId()).orElseThrow();
    }

    /** The message of a submission as the bus puts it into the queue, received just now. */
    public Received received(Submission submission) {
        StoredEvent submitted = ledger.events(submission.jobId()).get(0);
        return received(
                """
                {"version": "0", "source": "%s", "detail-type": "%s", "detail": %s}
                """
                        .formatted(
                                submitted.source().onBus(),
                                submitted.event().detailType(),
                                submitted.detail()));
    }

    public Received received(String body) {
        return new Received(body, "message-1", 1, Instant.now(Clock.systemUTC()), lease);
    }

    /** Kinds of the events of a job, in their order. */
    public List<String> history(Submission submission) {
        return ledger.events(submission.jobId()).stream()
                .map(stored -> stored.event().detailType())
                .toList();
    }

    @Override
    public void close() {
        watchdog.close();
        directories.close();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.Artifact;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A ledger over a real table, with a clock that stands, counted ids, and no waiting between tries. */
final class Fixture {
    static final Retention RETENTION = Retention.standard();
    static final String SHA = "0123456789abcdef".repeat(4);
    static final JobFault REFUSED = JobFault.refused(ErrorCode.ARCHIVE_DAMAGED, "open");
    static final JobFault CANCELLED = new JobFault(ErrorCode.CANCELLED, true, null, null);
    static final JobFault RECOVERABLE =
            new JobFault(ErrorCode.PROCESSING_FAILED, false, "facts", "IllegalStateException");

    private static final AtomicInteger JOBS = new AtomicInteger();

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    final List<StoredEvent> announced = new CopyOnWriteArrayList<>();
    final String tableName;
    final ScriptedDb script;
    final DynamoDbClient db;
    final Transitions transitions;
    final Table table;
    final JobLedger ledger;
    final Deletions deletions;
    final DeadLetters letters;
    final Deliveries deliveries;
    final PipelineLog pipelines;

    Fixture(String tableName) {
        this(TestCloud.shared(), tableName, EventSource.GENERATOR);
    }

    Fixture(DynamoDbClient real, String tableName, EventSource service) {
        this.tableName = tableName;
        this.script = new ScriptedDb(real);
        this.db = script.client();
        this.table = new Table(db, tableName, new Retries(time -> {}));
        this.transitions =
                new Transitions(
                        table,
                        service,
                        RETENTION,
                        clock,
                        () -> UUID.randomUUID().toString(),
                        announced::add);
        this.ledger = new JobLedger(transitions);
        this.deletions = new Deletions(transitions);
        this.letters = new DeadLetters(transitions);
        this.deliveries = new Deliveries(table, RETENTION, clock);
        this.pipelines = new PipelineLog(table, RETENTION);
    }

    Budgets budgets() {
        return new Budgets(transitions, clock);
    }

    static NewJob newJob() {
        return newJob("job-" + JOBS.incrementAndGet() + "-" + UUID.randomUUID());
    }

    static NewJob newJob(String id) {
        return new NewJob(
                id,
                "none:local",
                "Nop.Plugin.Example",
                new ObjectRef("input", id + "/archive.zip", SHA, 1_234),
                new ObjectRef("input", id + "/descriptor.json", SHA, 56),
                new ObjectRef("input", id + "/options.json", SHA, 2),
                null,
                true,
                "request-1",
                null);
    }

    /** Without an archive, but with a partial document: no scenario has both, and both are absent somewhere. */
    static NewJob newJobFromText(String id) {
        return new NewJob(
                id,
                "none:local",
                "Nop.Plugin.Example",
                null,
                new ObjectRef("input", id + "/descriptor.json", SHA, 56),
                new ObjectRef("input", id + "/options.json", SHA, 2),
                new ObjectRef("input", id + "/existing.md", SHA, 77),
                true,
                "request-1",
                null);
    }

    static Published published(String jobId) {
        return new Published(
                jobId + "/1/",
                SHA,
                List.of(
                        new Artifact("srs.md", 10, SHA, "text/markdown"),
                        new Artifact(Artifact.BUNDLE, 20, SHA, "application/zip")),
                List.of("glossary"));
    }

    String submitted() {
        return ledger.submit(newJob()).jobId();
    }

    Claim claim(String jobId) {
        int attempt = ledger.find(jobId).orElseThrow().attempt();
        ClaimAttempt answer = ledger.claim(jobId, attempt);
        if (answer instanceof ClaimAttempt.Claimed claimed) {
            return claimed.claim();
        }
        throw new AssertionError("expected a claim, got " + answer);
    }

    Claim claimed() {
        return claim(submitted());
    }

    /** A job that failed recoverably, by its holder. */
    String failedRecoverably() {
        Claim claim = claimed();
        claim.enter(Stage.FACTS);
        return claim.fail(RECOVERABLE).jobId();
    }

    Job job(String jobId) {
        return ledger.find(jobId).orElseThrow();
    }

    JobStatus status(String jobId) {
        return job(jobId).status();
    }

    Item item(String jobId, String metadata) {
        return table.read(jobId, metadata).orElseThrow();
    }

    List<String> history(String jobId) {
        return ledger.events(jobId).stream().map(e -> e.event().detailType()).toList();
    }

    List<Long> sequences(String jobId) {
        return ledger.events(jobId).stream()
                .map(StoredEvent::event)
                .map(JobEvent::sequence)
                .toList();
    }

    void endClaim() {
        clock.advance(RETENTION.claim().plus(Duration.ofMillis(1)));
    }

    Instant now() {
        return clock.instant();
    }
}

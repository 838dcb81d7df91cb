package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.JobSubmitted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RevisionsTest {
    private static final String SHA = "d".repeat(64);
    private static String tableName;
    private Fixture f;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(tableName);
    }

    @Test
    void isDeletedWhenItsRootIsHoweverLateItCame() {
        Job root = f.ledger.submit(Fixture.newJob());
        f.clock.advance(Duration.ofHours(20));

        Job revision = revision(root);

        assertThat(revision.deletionAt()).isEqualTo(root.deletionAt());
        assertThat(f.deletions.find(revision.jobId()).orElseThrow().dueAt())
                .isEqualTo(root.deletionAt());
        assertThat(revision.root()).isEqualTo(root.jobId());
        assertThat(root.root()).isEqualTo(root.jobId());
        assertThat(f.ledger.find(revision.jobId())).contains(revision);
        assertThat(f.ledger.find(root.jobId()).orElseThrow().revises()).isNull();
    }

    @Test
    void tellsWhatItRevisesInEveryAttempt() {
        Job root = f.ledger.submit(Fixture.newJob());
        String jobId = revision(root).jobId();
        f.claim(jobId);
        f.ledger.fail(jobId, new JobFault(ErrorCode.PROCESSING_FAILED, false, "open", null));

        assertThat(f.ledger.redrive(jobId)).isInstanceOf(Change.Applied.class);

        assertThat(submissions(jobId))
                .hasSize(2)
                .allSatisfy(
                        told -> {
                            assertThat(told.revisionOf()).isEqualTo(root.jobId());
                            assertThat(told.basedOn()).isEqualTo(root.jobId());
                            assertThat(told.revision()).isEqualTo(asked(jobId));
                            assertThat(told.archive()).isEqualTo(root.archive());
                        });
    }

    @Test
    void isNotRedrivenWhereTheSourceOfItsRootIsGone() {
        Job root = f.ledger.submit(Fixture.newJob());
        String jobId = revision(root).jobId();
        f.claim(jobId);
        f.ledger.fail(jobId, new JobFault(ErrorCode.PROCESSING_FAILED, false, "open", null));
        f.deletions.sourceGone(root.jobId(), 3, 30);

        assertThat(f.ledger.redrive(jobId)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void notesEachAttemptAtARevisionOnce() {
        String jobId = UUID.randomUUID().toString();
        f.pipelines.note(run(jobId, 1, "answered", Duration.ofMillis(12)));
        f.pipelines.note(run(jobId, 1, "answered", Duration.ofMillis(34)));
        PipelineRun second = run(jobId, 2, "revised", Duration.ofMillis(5));
        f.pipelines.note(second);

        assertThat(f.pipelines.of(jobId))
                .containsExactly(run(jobId, 1, "answered", Duration.ofMillis(34)), second);
        assertThat(f.item(jobId, "pipeline#1").attributes())
                .containsKeys(
                        "pipeline_id", "timestamp", "analysis", "execution_time_ms", "status");
    }

    @Test
    void takesNoTextIntoTheLogOfThePipeline() {
        Map<String, String> text = Map.of("question", "Who may write a review?");
        ObjectRef message = asked("job");

        assertThatThrownBy(
                        () ->
                                new PipelineRun(
                                        "job",
                                        1,
                                        f.now(),
                                        text,
                                        Duration.ZERO,
                                        "answered",
                                        message,
                                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("review");
    }

    private PipelineRun run(String jobId, int attempt, String status, Duration took) {
        Map<String, String> analysis = Map.of("words", "12", "complexity", "simple");
        String answer = status.equals("answered") ? jobId + "/1/answer.md" : null;
        Instant at = f.now();
        return new PipelineRun(jobId, attempt, at, analysis, took, status, asked(jobId), answer);
    }

    private Job revision(Job base) {
        String id = "revision-" + UUID.randomUUID();
        return f.ledger.submit(
                new NewJob(
                        id,
                        base.owner(),
                        base.moduleName(),
                        base.archive(),
                        base.descriptor(),
                        base.options(),
                        base.existing(),
                        base.callback(),
                        "request-2",
                        null,
                        new RevisionOf(base.root(), base.jobId(), asked(id), base.deletionAt())));
    }

    private static ObjectRef asked(String jobId) {
        return new ObjectRef("input", jobId + "/revision.json", SHA, 99);
    }

    private List<JobSubmitted> submissions(String jobId) {
        return f.ledger.events(jobId).stream()
                .map(StoredEvent::event)
                .filter(JobSubmitted.class::isInstance)
                .map(JobSubmitted.class::cast)
                .toList();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.JobSubmitted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SubmissionTest {
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
    void commitsJobEventAndDeletionInOneTransaction() {
        NewJob submitted = Fixture.newJob();

        Job job = f.ledger.submit(submitted);

        assertThat(f.script.writes()).hasSize(1);
        assertThat(f.ledger.find(job.jobId())).contains(job);
        assertThat(job.status()).isEqualTo(JobStatus.Pending);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.fence()).isZero();
        assertThat(job.archive()).isEqualTo(submitted.archive());
        assertThat(job.deletionAt()).isEqualTo(f.now().plus(Duration.ofHours(24)));
        assertThat(f.deletions.find(job.jobId()))
                .contains(new Deletion(job.jobId(), job.deletionAt(), null, null, null, 0, 0));
        assertThat(f.announced).isEqualTo(f.ledger.events(job.jobId())).hasSize(1);
        assertThat(f.announced.get(0).event())
                .isInstanceOfSatisfying(
                        JobSubmitted.class,
                        event -> {
                            assertThat(event.sequence()).isEqualTo(1);
                            assertThat(event.options()).isEqualTo(submitted.options());
                            assertThat(event.requestId()).isEqualTo("request-1");
                        });
    }

    @Test
    void keepsNoArchiveWhereNoneCameAndTheDocumentThatCame() {
        NewJob submitted = Fixture.newJobFromText("job-without-archive");

        Job job = f.ledger.submit(submitted);

        assertThat(f.ledger.find(job.jobId())).contains(job);
        assertThat(job.archive()).isNull();
        assertThat(job.existing()).isEqualTo(submitted.existing());
        assertThat(f.item(job.jobId(), "job").attributes())
                .doesNotContainKeys("InputKey", "Archive")
                .containsKey("Existing");
        JobSubmitted told = (JobSubmitted) f.ledger.events(job.jobId()).get(0).event();
        assertThat(told.archive()).isNull();
        assertThat(told.existing()).isEqualTo(submitted.existing());
    }

    @Test
    void redrivesAndRescuesAJobWithoutAnArchive() {
        String jobId = f.ledger.submit(Fixture.newJobFromText("job-redriven")).jobId();
        f.claim(jobId);
        f.clock.advance(Duration.ofMinutes(5));
        assertThat(f.ledger.rescue(jobId)).isInstanceOf(Change.Applied.class);
        f.ledger.fail(jobId, new JobFault(ErrorCode.PROCESSING_FAILED, false, "open", null));

        assertThat(f.ledger.redrive(jobId)).isInstanceOf(Change.Applied.class);

        List<JobSubmitted> told =
                f.ledger.events(jobId).stream()
                        .map(StoredEvent::event)
                        .filter(JobSubmitted.class::isInstance)
                        .map(JobSubmitted.class::cast)
                        .toList();
        assertThat(told).extracting(JobSubmitted::attempt).containsExactly(1, 1, 2);
        assertThat(told).extracting(JobSubmitted::archive).containsOnlyNulls();
        assertThat(told).extracting(JobSubmitted::existing).doesNotContainNull();
    }

    @Test
    void returnsTheExistingJobWhenRepeated() {
        NewJob submitted = Fixture.newJob();
        f.ledger.submit(submitted);
        Claim claim = f.claim(submitted.jobId());

        Job again = f.ledger.submit(submitted);

        assertThat(again).isEqualTo(claim.job());
        assertThat(f.history(submitted.jobId())).containsExactly("JobSubmitted", "JobProgressed");
    }

    @Test
    void givesEveryItemOfTheJobTheSameEnd() {
        String jobId = f.submitted();
        f.claim(jobId);
        f.clock.advance(Duration.ofDays(2));
        f.deliveries.schedule(jobId, "sns", "event-1", 1);
        f.letters.keep(DeadLettersTest.letter(f, jobId, "cleanup"));

        List<Item> items = new ArrayList<>(f.table.partition(jobId, "j"));
        items.addAll(f.table.partition(jobId, "event#"));
        items.addAll(f.table.partition(jobId, "de"));

        assertThat(items).hasSize(7);
        assertThat(items)
                .extracting(item -> item.number(Items.EXPIRES_AT))
                .containsOnly(f.now().plus(Duration.ofDays(28)).getEpochSecond());
    }

    @Test
    void doesNotSeeWhatHasExpired() {
        String jobId = f.submitted();
        f.deliveries.schedule(jobId, "sns", "event-1", 1);
        f.clock.advance(Duration.ofDays(30));

        assertThat(f.ledger.find(jobId)).isEmpty();
        assertThat(f.ledger.events(jobId)).isEmpty();
        assertThat(f.ledger.event(jobId, 1)).isEmpty();
        assertThat(f.deletions.find(jobId)).isEmpty();
        assertThat(f.deliveries.of(jobId)).isEmpty();
        assertThat(f.deliveries.begin(jobId, "sns", "event-1", Duration.ZERO)).isEmpty();
        assertThat(f.ledger.claim(jobId, 1))
                .isEqualTo(new ClaimAttempt.Nothing("there is no such job"));
        assertThatThrownBy(() -> f.ledger.submit(Fixture.newJob(jobId)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(jobId);
    }

    @Test
    void writesTheAttributesOfTheCatalogue() {
        String jobId = f.submitted();
        Claim claim = f.claim(jobId);
        claim.succeed(Fixture.published(jobId));

        assertThat(f.item(jobId, "job").attributes().keySet())
                .isEqualTo(
                        Set.of(
                                "JobId",
                                "Metadata",
                                "Status",
                                "SubmitTime",
                                "StartTime",
                                "EndTime",
                                "Owner",
                                "ModuleName",
                                "Attempt",
                                "Fence",
                                "Sequence",
                                "Mutation",
                                "InputKey",
                                "Archive",
                                "Descriptor",
                                "Options",
                                "Callback",
                                "Stage",
                                "Progress",
                                "Stages",
                                "OutputKey",
                                "BundleSha256",
                                "Artifacts",
                                "Gaps",
                                "Deadline",
                                "DeletionAt",
                                "RequestId",
                                "ExpiresAt"));
        assertThat(f.item(jobId, "event#000001").attributes().keySet())
                .isEqualTo(
                        Set.of(
                                "JobId",
                                "Metadata",
                                "Source",
                                "DetailType",
                                "Detail",
                                "EventId",
                                "Sequence",
                                "OccurredAt",
                                "Due",
                                "DueAt",
                                "ExpiresAt"));
    }

    @Test
    void leavesAloneWhatItDoesNotKnow() {
        String jobId = f.submitted();
        Claim claim = f.claim(jobId);
        f.table.update(
                Edit.ofJob(jobId)
                        .set("OfALaterVersion", Values.text("kept"))
                        .set(List.of("Stages", "polish"), JobItem.stage(f.now(), 99))
                        .expectExists());

        claim.enter(Stage.FACTS);
        claim.succeed(Fixture.published(jobId));

        assertThat(f.item(jobId, "job").get("OfALaterVersion"))
                .isEqualTo(AttributeValue.fromS("kept"));
        assertThat(f.job(jobId).stages())
                .extracting(Job.StageTime::stage)
                .containsExactly("open", "facts", "polish");
    }

    @Test
    void readsACodeOfALaterCatalogueAsInternal() {
        String jobId = f.failedRecoverably();
        f.table.update(
                Edit.ofJob(jobId)
                        .set(Items.ERROR_CODE, Values.text("NOT_YET_INVENTED"))
                        .expectExists());

        assertThat(f.job(jobId).fault().code().name()).isEqualTo("INTERNAL");
    }

    @Test
    void passesOverEventsOfALaterVersion() {
        String jobId = f.submitted();
        f.claim(jobId);
        f.table.update(
                new Edit(jobId, Items.event(2))
                        .set(Items.DETAIL_TYPE, Values.text("JobPolished"))
                        .expectExists());

        assertThat(f.history(jobId)).containsExactly("JobSubmitted");
    }
}

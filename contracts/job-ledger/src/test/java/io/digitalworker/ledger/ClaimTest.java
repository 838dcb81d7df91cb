package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.Stage;
import io.digitalworker.api.event.EventSource;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.api.event.JobProgressed;
import io.digitalworker.api.event.JobSubmitted;
import io.digitalworker.api.event.JobSucceeded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClaimTest {
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
    void beginsTheAttemptInItsFirstStage() {
        Instant now = f.now();
        Claim claim = f.claimed();

        Job job = claim.job();
        assertThat(job).isEqualTo(f.job(job.jobId()));
        assertThat(job.status()).isEqualTo(JobStatus.Running);
        assertThat(claim.fence()).isEqualTo(1).isEqualTo(job.fence());
        assertThat(job.startedAt()).isEqualTo(now);
        assertThat(job.claimUntil()).isEqualTo(now.plus(Fixture.RETENTION.claim()));
        assertThat(claim.deadline()).isEqualTo(now.plus(Duration.ofMinutes(30)));
        assertThat(job.stages()).containsExactly(new Job.StageTime("open", now, null));
        assertThat(f.announced.get(1).event())
                .isInstanceOfSatisfying(
                        JobProgressed.class, e -> assertThat(e.stage()).isEqualTo("open"));
    }

    @Test
    void saysWhoseTurnItIs() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();

        assertThat(f.ledger.claim(jobId, 1))
                .isEqualTo(new ClaimAttempt.Busy(claim.job().claimUntil()));
        assertThat(f.ledger.claim(jobId, 2))
                .isEqualTo(new ClaimAttempt.Nothing("the job is at attempt 1, not 2"));
        assertThat(f.ledger.claim("no-such-job", 1))
                .isEqualTo(new ClaimAttempt.Nothing("there is no such job"));
    }

    @Test
    void takesOverAnEndedClaimWithinTheSameDeadline() {
        Claim first = f.claimed();
        first.enter(Stage.WRITE);
        f.endClaim();

        Claim second = f.claim(first.job().jobId());

        assertThat(second.fence()).isEqualTo(2);
        assertThat(second.deadline()).isEqualTo(first.deadline());
        assertThat(second.job().startedAt()).isEqualTo(first.job().startedAt());
        assertThat(second.job().stages()).extracting(Job.StageTime::stage).containsExactly("open");
        assertThatThrownBy(() -> first.enter(Stage.VERIFY)).isInstanceOf(ClaimLost.class);
        assertThat(first.isLost()).isTrue();
    }

    @Test
    void canBeRenewedAfterItsEndUntilSomebodyTakesTheJob() {
        Claim claim = f.claimed();
        f.endClaim();

        assertThat(claim.renew()).isTrue();
        assertThat(f.job(claim.job().jobId()).claimUntil())
                .isEqualTo(f.now().plus(Fixture.RETENTION.claim()));

        f.endClaim();
        f.claim(claim.job().jobId());
        assertThat(claim.renew()).isFalse();
        assertThat(claim.isLost()).isTrue();
    }

    @Test
    void staysOnWhenTheTableIsOutOfReachForARenewal() {
        Claim claim = f.claimed();
        f.script.outage(ScriptedDb.network());

        assertThat(claim.renew()).isTrue();
        assertThat(claim.isLost()).isFalse();
    }

    @Test
    void comesDueAtItsEndAndIsPutOffByRenewal() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();
        Due due = Due.of(DueKind.LEASE, EventSource.CLEANUP, jobId);

        assertThat(f.item(jobId, "job").text(Items.DUE)).isEqualTo(due.key());
        assertThat(f.item(jobId, "job").time(Items.DUE_AT)).isEqualTo(claim.job().claimUntil());
        f.clock.advance(Duration.ofSeconds(5));
        claim.renew();
        assertThat(f.item(jobId, "job").time(Items.DUE_AT))
                .isEqualTo(f.now().plus(Fixture.RETENTION.claim()));

        claim.succeed(Fixture.published(jobId));
        assertThat(f.item(jobId, "job").has(Items.DUE)).isFalse();
        assertThat(f.item(jobId, "job").has(Items.CLAIM_UNTIL)).isFalse();
    }

    @Test
    void recordsStagesInTheirOrder() {
        Claim claim = f.claimed();
        Instant start = f.now();
        claim.enter(Stage.OPEN);
        claim.enter(Stage.INVENTORY);
        f.clock.advance(Duration.ofSeconds(2));
        claim.enter(Stage.FACTS);

        Job job = f.job(claim.job().jobId());
        assertThat(job).isEqualTo(claim.job());
        assertThat(job.stage()).isEqualTo("facts");
        assertThat(job.progress()).isEqualTo(Stage.FACTS.startsAt());
        assertThat(job.stages())
                .containsExactly(
                        new Job.StageTime("open", start, start),
                        new Job.StageTime("inventory", start, f.now()),
                        new Job.StageTime("facts", f.now(), null));
        assertThat(f.history(job.jobId()))
                .as("entering the stage that it is in tells nothing")
                .containsExactly("JobSubmitted", "JobProgressed", "JobProgressed", "JobProgressed");
    }

    @Test
    void writesProgressAtMostEveryTwoSecondsAndNeverBackwards() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();
        claim.progress(1);
        assertThat(f.job(jobId).progress()).as("too soon").isZero();

        f.clock.advance(Duration.ofSeconds(2));
        claim.progress(7);
        claim.progress(8);
        assertThat(f.job(jobId).progress()).isEqualTo(7);

        f.clock.advance(Duration.ofSeconds(2));
        claim.progress(6);
        assertThat(f.job(jobId).progress()).isEqualTo(7);
        assertThat(f.history(jobId)).hasSize(2);
    }

    @Test
    void refusesProgressOutsideItsRange() {
        Claim claim = f.claimed();

        for (int percent : List.of(-1, 100)) {
            assertThatThrownBy(() -> claim.progress(percent))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("" + percent);
        }
    }

    @Test
    void publishesTheArtifactSet() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();
        f.clock.advance(Duration.ofSeconds(5));

        Job job = claim.succeed(Fixture.published(jobId));

        assertThat(f.ledger.find(jobId)).contains(job);
        assertThat(job.status()).isEqualTo(JobStatus.Succeeded);
        assertThat(job.progress()).isEqualTo(100);
        assertThat(job.endedAt()).isEqualTo(f.now());
        assertThat(job.artifacts()).isEqualTo(Fixture.published(jobId).artifacts());
        assertThat(job.gaps()).containsExactly("glossary");
        assertThat(job.stages()).extracting(Job.StageTime::endedAt).containsExactly(f.now());
        assertThat(f.announced)
                .last()
                .extracting(StoredEvent::event)
                .isInstanceOfSatisfying(
                        JobSucceeded.class,
                        event -> {
                            assertThat(event.durationMs()).isEqualTo(5_000);
                            assertThat(event.outputKey()).isEqualTo(jobId + "/1/");
                            assertThat(event.artifacts()).isEqualTo(2);
                        });
    }

    @Test
    void failsWithTheTextOfTheCatalogueAndNoOther() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();

        Job job =
                claim.fail(
                        new JobFault(
                                ErrorCode.ARCHIVE_DAMAGED, true, "open", "secret words of a file"));

        assertThat(job.fault())
                .isEqualTo(new JobFault(ErrorCode.ARCHIVE_DAMAGED, true, "open", null));
        assertThat(job.fence()).as("the holder need not shut itself out").isEqualTo(1);
        assertThat(f.item(jobId, "job").text(Items.ERROR_MESSAGE))
                .isEqualTo(ErrorCode.ARCHIVE_DAMAGED.message());
        assertThat(f.announced)
                .last()
                .extracting(StoredEvent::event)
                .isInstanceOfSatisfying(
                        JobFailed.class, event -> assertThat(event.finalFailure()).isTrue());
    }

    @Test
    void canBeGivenUpSoThatTheNextClaimNeedNotWait() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();

        claim.release("IOException");
        claim.release("LaterException");

        assertThat(f.job(jobId).claimUntil()).isNull();
        assertThat(f.job(jobId).lastCause()).isEqualTo("IOException");
        assertThat(f.job(jobId).status()).isEqualTo(JobStatus.Running);
        assertThat(f.claim(jobId).fence()).isEqualTo(2);
        assertThatThrownBy(() -> claim.enter(Stage.FACTS)).isInstanceOf(ClaimLost.class);
    }

    @Test
    void givesUpSilentlyWhatItCannotReachOrHasLost() {
        Claim unreachable = f.claimed();
        f.script.outage(ScriptedDb.network());
        unreachable.release("");
        f.script.outage(null);

        Claim lost = f.claimed();
        f.ledger.fail(lost.job().jobId(), Fixture.CANCELLED);
        lost.release("");

        assertThat(f.job(unreachable.job().jobId()).claimUntil()).isNotNull();
        assertThat(lost.isLost()).isTrue();
    }

    @Test
    void shutsTheHolderOutWhenTheJobIsCancelled() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();

        Change change = f.ledger.fail(jobId, Fixture.CANCELLED);

        assertThat(change).isInstanceOf(Change.Applied.class);
        assertThat(f.job(jobId).fence()).isEqualTo(2);
        assertThatThrownBy(() -> claim.succeed(Fixture.published(jobId)))
                .isInstanceOf(ClaimLost.class)
                .hasMessage("claim 1 on job " + jobId + " is lost");
    }

    @Test
    void timesOutAJobThatIsClaimedPastItsDeadline() {
        Claim claim = f.claimed();
        f.clock.advance(Duration.ofMinutes(30));

        assertThat(f.ledger.claim(claim.job().jobId(), 1))
                .isEqualTo(new ClaimAttempt.Nothing("the job is past its deadline"));

        assertThat(f.job(claim.job().jobId()).fault())
                .isEqualTo(new JobFault(ErrorCode.TIMED_OUT, true, "open", null));
    }

    @Test
    void isAnnouncedAgainWhenItEndedUnnoticedUntilSomebodyTakesIt() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();
        f.endClaim();

        assertThat(due(jobId)).isTrue();
        assertThat(f.ledger.rescue(jobId)).isInstanceOf(Change.Applied.class);
        assertThat(due(jobId)).as("put off by the rescue").isFalse();
        assertThat(f.ledger.rescue(jobId)).isInstanceOf(Change.Refused.class);

        f.clock.advance(Fixture.RETENTION.claim().plus(Duration.ofSeconds(46)));
        assertThat(due(jobId)).as("due again: nobody took it").isTrue();
        assertThat(f.ledger.rescue(jobId)).isInstanceOf(Change.Applied.class);

        assertThat(f.ledger.events(jobId))
                .extracting(StoredEvent::event)
                .filteredOn(JobSubmitted.class::isInstance)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.attempt()).isEqualTo(1))
                .doesNotHaveDuplicates();
        assertThat(f.status(jobId)).isEqualTo(JobStatus.Running);
        assertThat(f.claim(jobId).fence()).isEqualTo(2);
    }

    @Test
    void timesOutWhenItIsRescuedPastItsDeadline() {
        Claim claim = f.claimed();
        f.clock.advance(Duration.ofMinutes(31));

        f.ledger.rescue(claim.job().jobId());

        assertThat(f.job(claim.job().jobId()).fault().code()).isEqualTo(ErrorCode.TIMED_OUT);
        assertThat(f.job(claim.job().jobId()).fence()).isEqualTo(2);
        assertThat(due(claim.job().jobId())).isFalse();
    }

    private boolean due(String jobId) {
        return f
                .ledger
                .due(DueKind.LEASE, EventSource.CLEANUP, f.now().plusMillis(1), 1_000)
                .stream()
                .anyMatch(due -> due.jobId().equals(jobId) && due.metadata().equals(Items.JOB));
    }

    @Test
    void beginsANewAttemptAfterRedrive() {
        String jobId = f.failedRecoverably();

        assertThat(f.ledger.redrive(jobId)).isInstanceOf(Change.Applied.class);

        Job pending = f.job(jobId);
        assertThat(pending.status()).isEqualTo(JobStatus.Pending);
        assertThat(pending.attempt()).isEqualTo(2);
        assertThat(pending.fault()).isNull();
        assertThat(pending.stages()).isEmpty();
        assertThat(pending.startedAt()).isNull();
        assertThat(pending.endedAt()).isNull();
        assertThat(pending.deadline()).isNull();
        f.clock.advance(Duration.ofHours(1));
        Claim claim = f.claim(jobId);
        assertThat(claim.fence()).isEqualTo(2);
        assertThat(claim.deadline()).isEqualTo(f.now().plus(Duration.ofMinutes(30)));
    }

    @Test
    void isNotRedrivenWithoutItsSource() {
        String late = f.failedRecoverably();
        String sourceGone = f.failedRecoverably();
        f.deletions.sourceGone(sourceGone, 1, 10);
        String allGone = f.failedRecoverably();
        f.deletions.allGone(allGone, 1, 10);

        assertThat(f.ledger.redrive(sourceGone)).isInstanceOf(Change.Refused.class);
        assertThat(f.ledger.redrive(allGone)).isInstanceOf(Change.Refused.class);
        f.clock.advance(Duration.ofHours(24));
        assertThat(f.ledger.redrive(late)).isInstanceOf(Change.Refused.class);
    }
}

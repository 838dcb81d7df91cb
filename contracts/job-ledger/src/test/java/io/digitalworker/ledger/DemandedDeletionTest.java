package io.digitalworker.ledger;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.ObjectRef;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a deletion that somebody asked for shuts out, also what comes in the same moment. */
class DemandedDeletionTest {
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
    void cancelsAnUnfinishedJobAndShutsItsWorkerOut() {
        Claim claim = f.claimed();
        String jobId = claim.job().jobId();

        assertThat(f.ledger.cancel(jobId)).isInstanceOf(Change.Applied.class);

        Job job = f.job(jobId);
        assertThat(job.status()).isEqualTo(JobStatus.Failed);
        assertThat(job.fault()).isEqualTo(new JobFault(ErrorCode.CANCELLED, true, "open", null));
        assertThat(job.fence()).isEqualTo(claim.fence() + 1);
        assertThat(claim.renew()).as("its worker still holds the claim").isFalse();
        assertThatThrownBy(() -> claim.succeed(Fixture.published(jobId)))
                .isInstanceOf(ClaimLost.class);
        assertThat(f.ledger.cancel(jobId)).isInstanceOf(Change.Refused.class);
        assertThat(f.history(jobId)).filteredOn("JobFailed"::equals).hasSize(1);
    }

    @Test
    void leavesAJobAsItIsThatHasEnded() {
        String jobId = f.claimed().succeed(Fixture.published("x")).jobId();

        assertThat(f.ledger.cancel(jobId)).isInstanceOf(Change.Refused.class);
        assertThat(f.status(jobId)).isEqualTo(JobStatus.Succeeded);
    }

    @Test
    void findsTheRevisionsOfARoot() {
        String root = f.submitted();
        String one = revise(root, root).orElseThrow().jobId();
        String other = revise(root, one).orElseThrow().jobId();

        assertThat(f.ledger.revisionsOf(root)).containsExactlyInAnyOrder(one, other);
        assertThat(f.ledger.revisionsOf(one)).isEmpty();
    }

    @Test
    void takesNoRevisionOfARootThatIsBeingDeleted() {
        String root = f.submitted();
        f.deletions.demand(root);

        assertThat(revise(root, root)).isEmpty();
        assertThat(f.ledger.revisionsOf(root)).isEmpty();
    }

    @Test
    void takesNoRevisionOfABaseThatIsBeingDeletedAndOthersOfItsRoot() {
        String root = f.submitted();
        String base = revise(root, root).orElseThrow().jobId();
        f.deletions.demand(base);

        assertThat(revise(root, base)).isEmpty();
        assertThat(revise(root, root)).isPresent();
    }

    @Test
    void takesNoRevisionOfARootWhoseSourceIsGone() {
        String root = f.submitted();
        f.deletions.sourceGone(root, 1, 1);
        String deleted = f.submitted();
        f.deletions.allGone(deleted, 1, 1);

        assertThat(revise(root, root)).isEmpty();
        assertThat(revise(deleted, deleted)).isEmpty();
    }

    @Test
    void aRevisionIsEitherRefusedOrFoundWhenItsRootIsDeletedInTheSameMoment() {
        String root = f.submitted();
        f.script.interpose(() -> f.deletions.demand(root));

        assertThat(revise(root, root)).as("the deletion was written first").isEmpty();

        String other = f.submitted();
        String[] revision = new String[1];
        f.script.interpose(() -> revision[0] = revise(other, other).orElseThrow().jobId());
        f.deletions.demand(other);

        assertThat(f.ledger.revisionsOf(other)).containsExactly(revision[0]);
    }

    @Test
    void aRevisionThatWasCommittedIsNotRefusedWhenTheAnswerWasLost() {
        String root = f.submitted();
        f.script.loseAnswer();

        assertThat(revise(root, root)).isPresent();
        assertThat(f.ledger.revisionsOf(root)).hasSize(1);
    }

    @Test
    void redrivesNothingThatIsBeingDeletedAlsoInTheSameMoment() {
        String jobId = f.failedRecoverably();
        f.script.interpose(() -> f.deletions.demand(jobId));

        assertThat(f.ledger.redrive(jobId)).isInstanceOf(Change.Refused.class);

        assertThat(f.status(jobId)).isEqualTo(JobStatus.Failed);
    }

    @Test
    void redrivesNoRevisionWhoseRootIsBeingDeleted() {
        String root = f.submitted();
        String revision = revise(root, root).orElseThrow().jobId();
        f.ledger.fail(revision, Fixture.RECOVERABLE);
        f.script.interpose(() -> f.deletions.demand(root));

        assertThat(f.ledger.redrive(revision)).isInstanceOf(Change.Refused.class);
    }

    @Test
    void givesTheHistoryBehindASequence() {
        Claim claim = f.claimed();
        String jobId = claim.fail(Fixture.REFUSED).jobId();
        f.clock.advance(Duration.ofSeconds(1));

        assertThat(f.ledger.eventsAfter(jobId, 0)).isEqualTo(f.ledger.events(jobId));
        assertThat(f.ledger.eventsAfter(jobId, 2))
                .extracting(stored -> stored.event().detailType())
                .containsExactly("JobFailed");
        assertThat(f.ledger.eventsAfter(jobId, 3)).isEmpty();
    }

    private Optional<Job> revise(String root, String base) {
        String id = "revision-" + UUID.randomUUID();
        Job based = f.job(base);
        ObjectRef asked = new ObjectRef("input", id + "/revision.json", Fixture.SHA, 99);
        return f.ledger.revise(
                new NewJob(
                        id,
                        based.owner(),
                        based.moduleName(),
                        based.archive(),
                        based.descriptor(),
                        based.options(),
                        based.existing(),
                        based.callback(),
                        "request-2",
                        null,
                        new RevisionOf(root, base, asked, based.deletionAt())),
                null);
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.ArtifactsDeleted;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeletionsTest {
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

    private Deletion deletion(String jobId) {
        return f.deletions.find(jobId).orElseThrow();
    }

    private List<ArtifactsDeleted> told(String jobId) {
        return f.ledger.events(jobId).stream()
                .map(StoredEvent::event)
                .filter(ArtifactsDeleted.class::isInstance)
                .map(ArtifactsDeleted.class::cast)
                .toList();
    }

    private boolean isDue(String jobId) {
        return f
                .ledger
                .due(DueKind.DELETION, EventSource.CLEANUP, f.now().plusMillis(1), 1_000)
                .stream()
                .anyMatch(due -> due.jobId().equals(jobId));
    }

    @Test
    void recordsOnceThatEverythingIsGone() {
        String jobId = f.submitted();
        f.clock.advance(Duration.ofHours(24));
        assertThat(isDue(jobId)).isTrue();

        f.deletions.allGone(jobId, 5, 500);
        f.deletions.allGone(jobId, 0, 0);

        assertThat(deletion(jobId))
                .isEqualTo(new Deletion(jobId, f.now(), null, null, f.now(), 5, 500));
        assertThat(isDue(jobId)).isFalse();
        assertThat(told(jobId)).hasSize(1);
        assertThat(told(jobId).get(0).scope()).isEqualTo("all");
        assertThat(told(jobId).get(0).reason()).isEqualTo("due");
        assertThat(told(jobId).get(0).bytes()).isEqualTo(500);
    }

    @Test
    void recordsTheSourceFirstAndAddsUp() {
        Claim claim = f.claimed();
        String jobId = claim.fail(Fixture.REFUSED).jobId();
        Instant dueAt = deletion(jobId).dueAt();

        f.deletions.sourceGone(jobId, 3, 30);
        f.deletions.sourceGone(jobId, 3, 30);

        assertThat(deletion(jobId))
                .isEqualTo(new Deletion(jobId, dueAt, null, f.now(), null, 3, 30));
        f.clock.advance(Duration.ofHours(24));
        f.deletions.allGone(jobId, 2, 20);
        assertThat(deletion(jobId).objects()).isEqualTo(5);
        assertThat(deletion(jobId).bytes()).isEqualTo(50);
        assertThat(told(jobId))
                .extracting(ArtifactsDeleted::scope)
                .containsExactly("source", "all");
        assertThat(told(jobId))
                .extracting(ArtifactsDeleted::reason)
                .containsExactly("failed", "due");
    }

    @Test
    void namesTheCallersWishAsReason() {
        String cancelled = f.submitted();
        f.ledger.fail(cancelled, Fixture.CANCELLED);
        f.deletions.allGone(cancelled, 1, 1);
        Claim claim = f.claimed();
        String succeeded = claim.succeed(Fixture.published(claim.job().jobId())).jobId();
        f.deletions.allGone(succeeded, 1, 1);

        assertThat(told(cancelled).get(0).reason()).isEqualTo("delete");
        assertThat(told(succeeded).get(0).reason()).isEqualTo("delete");
    }

    @Test
    void looksAgainAfterEverythingWasGone() {
        String jobId = f.submitted();
        Instant deletionAt = deletion(jobId).dueAt();
        f.deletions.allGone(jobId, 5, 500, f.now().plus(Duration.ofMinutes(31)));
        assertThat(isDue(jobId)).isFalse();

        f.clock.advance(Duration.ofMinutes(31));
        assertThat(isDue(jobId)).isTrue();
        assertThat(deletion(jobId).dueAt()).as("of the record").isEqualTo(deletionAt);
        f.deletions.allGone(jobId, 0, 0);
        assertThat(isDue(jobId)).isFalse();
        assertThat(told(jobId)).hasSize(1);
    }

    @Test
    void bringsADeletionForwardThatIsAskedForAndNeverPutsItOff() {
        String jobId = f.submitted();

        f.deletions.demand(jobId);
        Instant asked = f.now();
        assertThat(deletion(jobId).dueAt()).isEqualTo(asked);
        assertThat(deletion(jobId).demandedAt()).isEqualTo(asked);
        assertThat(isDue(jobId)).isTrue();

        f.clock.advance(Duration.ofMinutes(1));
        f.deletions.demand(jobId);
        assertThat(deletion(jobId).dueAt()).as("asked for twice").isEqualTo(asked);
    }

    @Test
    void asksForNothingWhereEverythingIsGone() {
        String jobId = f.submitted();
        f.deletions.allGone(jobId, 1, 1);
        Deletion before = deletion(jobId);

        f.deletions.demand(jobId);

        assertThat(deletion(jobId)).isEqualTo(before);
        assertThat(isDue(jobId)).isFalse();
    }

    @Test
    void tellsThatSomebodyAskedForIt() {
        String jobId = f.claimed().fail(Fixture.REFUSED).jobId();
        f.deletions.sourceGone(jobId, 1, 10);
        f.deletions.demand(jobId);
        f.deletions.allGone(jobId, 1, 1);

        assertThat(told(jobId))
                .extracting(ArtifactsDeleted::reason)
                .containsExactly("failed", "delete");
    }

    @Test
    void looksAfterObjectsOfAJobThatWasRefusedAfterTheyWereStored() {
        String jobId = "refused-" + UUID.randomUUID();
        f.deletions.demandStray(jobId);
        assertThat(isDue(jobId)).isTrue();

        f.deletions.allGone(jobId, 1, 77);

        assertThat(isDue(jobId)).isFalse();
        assertThat(deletion(jobId).deletedAt()).isEqualTo(f.now());
        assertThat(deletion(jobId).bytes()).isEqualTo(77);
    }

    @Test
    void doesNothingWhereThereIsNoJob() {
        f.deletions.demand("no-such-job");
        f.deletions.allGone("no-such-job", 1, 1);

        assertThat(f.deletions.find("no-such-job")).isEmpty();
    }

    @Test
    void doesNotForgetALookThatWasAskedForMeanwhile() {
        String jobId = f.submitted();
        f.deletions.allGone(jobId, 1, 1, f.now().plusSeconds(60));
        f.clock.advance(Duration.ofSeconds(60));
        f.script.interpose(
                () -> {
                    f.table.update(
                            new Edit(jobId, Items.DELETION)
                                    .set(Items.DUE_AT, Values.time(f.now().minusSeconds(1)))
                                    .expectExists());
                });

        f.deletions.allGone(jobId, 0, 0);

        assertThat(isDue(jobId)).isTrue();
    }
}

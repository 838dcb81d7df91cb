package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BatchesTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static String tableName;
    private final String id = UUID.randomUUID().toString();
    private Fixture f;
    private Batches batches;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void open() {
        f = new Fixture(TestCloud.shared(), tableName, EventSource.INGEST);
        batches = new Batches(f.transitions);
    }

    private NewBatch newBatch() {
        return new NewBatch(
                id,
                "issuer|me",
                new ObjectRef("input", id + "/batch.json", Fixture.SHA, 1_234),
                new ObjectRef("input", id + "/options.json", Fixture.SHA, 2),
                true,
                "request-1",
                null,
                List.of(new Batch.Entry("job-a", "Shop"), new Batch.Entry("job-b", "Cart")));
    }

    private List<DueItem> due(DueKind kind, EventSource owner) {
        return f.ledger.due(kind, owner, f.now().plusMillis(1), 1_000).stream()
                .filter(due -> due.jobId().equals(id))
                .toList();
    }

    @Test
    void isDueFromItsCommitUntilItIsCompleted() {
        Batch batch = batches.submit(newBatch(), null);

        assertThat(batches.find(id)).contains(batch);
        assertThat(batch.isMade()).isFalse();
        assertThat(due(DueKind.BATCH, EventSource.INGEST)).hasSize(1);
        batches.complete(batch, 1, 1);
        assertThat(due(DueKind.BATCH, EventSource.INGEST)).isEmpty();
        Batch completed = batches.find(id).orElseThrow();
        assertThat(completed.completedAt()).isEqualTo(f.now());
        assertThat(completed.isMade()).isTrue();
    }

    @Test
    void onlyOneWorksOnIt() {
        Batch batch = batches.submit(newBatch(), null);

        assertThat(batches.begin(id, LEASE)).contains(batch);
        assertThat(batches.begin(id, LEASE)).isEmpty();
        f.clock.advance(LEASE);
        assertThat(batches.begin(id, LEASE)).as("the first one was killed").contains(batch);
    }

    @Test
    void anotherOneGoesOnFromWhereItWasNotedLast() {
        batches.submit(newBatch(), null);
        assertThat(batches.begin(id, LEASE)).isPresent();
        batches.advance(id, 1, 0, f.now().plus(LEASE));

        f.clock.advance(LEASE);

        assertThat(batches.begin(id, LEASE).orElseThrow().made()).isEqualTo(1);
    }

    @Test
    void tellsOnceThatItIsCompleted() {
        Batch batch = batches.submit(newBatch(), null);

        batches.complete(batch, 1, 1);
        batches.complete(batch, 2, 0);

        assertThat(f.history(id)).containsExactly("BatchCompleted");
        BatchCompleted told = (BatchCompleted) f.ledger.events(id).get(0).event();
        assertThat(told.batchId()).isEqualTo(id);
        assertThat(told.succeeded()).isEqualTo(1);
        assertThat(told.failed()).isEqualTo(1);
        assertThat(due(DueKind.EVENT, EventSource.INGEST)).as("its event is sent").hasSize(1);
        FakeBus bus = new FakeBus();
        f.ledger.relay(bus, EventSource.INGEST, Duration.ZERO);
        assertThat(due(DueKind.EVENT, EventSource.INGEST)).isEmpty();
    }

    @Test
    void aCompletionWhoseAnswerWasLostIsOne() {
        Batch batch = batches.submit(newBatch(), null);
        f.script.loseAnswer();

        batches.complete(batch, 2, 0);

        assertThat(f.history(id)).containsExactly("BatchCompleted");
        assertThat(f.announced).hasSize(1);
    }

    @Test
    void aCommitWhoseAnswerWasLostStands() {
        f.script.forgetTokens().loseAnswer();

        assertThat(batches.find(batches.submit(newBatch(), null).batchId())).isPresent();
    }

    @Test
    void isCommittedWithItsKeyOrNotAtAll() {
        RequestKeys keys = new RequestKeys(f.transitions);
        KeyClaim.Held late = (KeyClaim.Held) keys.claim("issuer|me", "POST /v1/batches", id);
        f.clock.advance(Fixture.RETENTION.keyClaim());
        KeyClaim.Held mine = (KeyClaim.Held) keys.claim("issuer|me", "POST /v1/batches", id);

        assertThatThrownBy(() -> batches.submit(newBatch(), new KeyUse(late, Fixture.SHA)))
                .isInstanceOf(ClaimLost.class);
        assertThat(batches.find(id)).isEmpty();
        batches.submit(newBatch(), new KeyUse(mine, Fixture.SHA));
        assertThat(keys.claim("issuer|me", "POST /v1/batches", id))
                .isEqualTo(new KeyClaim.Done(id, Fixture.SHA));
    }

    @Test
    void whatItAskedForGoesWhenItsJobsDo() {
        batches.submit(newBatch(), null);
        f.clock.advance(Fixture.RETENTION.deleteAfter());

        assertThat(due(DueKind.DELETION, EventSource.CLEANUP)).hasSize(1);
        f.deletions.allGone(id, 2, 1_236);
        assertThat(due(DueKind.DELETION, EventSource.CLEANUP)).isEmpty();
        assertThat(f.deletions.find(id).orElseThrow().deletedAt()).isEqualTo(f.now());
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.Stage;
import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboxTest {
    private Fixture f;
    private final FakeBus bus = new FakeBus();

    @BeforeEach
    void open() {
        f = new Fixture(TestCloud.newTable(TestCloud.shared()));
    }

    @Test
    void sendsEachEventOnceInBatchesOfTen() {
        for (int i = 0; i < 12; i++) {
            f.submitted();
        }

        int sent = f.ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO);

        assertThat(sent).isEqualTo(12);
        assertThat(bus.batches).containsExactly(10, 2);
        assertThat(bus.taken).containsExactlyInAnyOrderElementsOf(f.announced);
        assertThat(f.ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO)).isZero();
    }

    @Test
    void sendsWhatIsOldEnoughOnly() {
        String jobId = f.submitted();

        assertThat(f.ledger.relay(bus, EventSource.GENERATOR, Duration.ofSeconds(2))).isZero();
        f.clock.advance(Duration.ofSeconds(2));
        assertThat(f.ledger.relay(bus, EventSource.GENERATOR, Duration.ofSeconds(2))).isOne();
        assertThat(f.item(jobId, Items.event(1)).time(Items.SENT_AT)).isEqualTo(f.now());
        assertThat(f.item(jobId, Items.event(1)).has(Items.DUE)).isFalse();
    }

    @Test
    void sendsTheEventsOfOneServiceOnly() {
        f.submitted();

        assertThat(f.ledger.relay(bus, EventSource.INGEST, Duration.ZERO)).isZero();
    }

    @Test
    void keepsWhatTheBusDidNotTake() {
        Claim claim = f.claimed();
        claim.enter(Stage.FACTS);
        bus.takes = event -> event.event().sequence() != 2;

        assertThat(f.ledger.send(bus, f.announced)).isEqualTo(2);
        bus.takes = event -> true;
        bus.taken.clear();
        assertThat(f.ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO)).isOne();

        assertThat(bus.taken).containsExactly(f.announced.get(1));
    }

    @Test
    void sendsTheSameBytesEachTime() {
        f.submitted();

        f.ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO);

        assertThat(bus.taken.get(0).detail()).isEqualTo(f.announced.get(0).detail());
        assertThat(bus.taken.get(0).source()).isEqualTo(EventSource.GENERATOR);
    }

    @Test
    void sendsOnceMoreWhatItCouldNotNoteAsSent() {
        f.submitted();
        f.script.failBefore(ScriptedDb.network(), Retries.TRIES);

        assertThatThrownBy(() -> f.ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO))
                .isInstanceOf(LedgerUnavailable.class);
        assertThat(f.ledger.relay(bus, EventSource.GENERATOR, Duration.ZERO)).isOne();
        assertThat(bus.taken).as("at least once").hasSize(2);
    }

    @Test
    void listsWhatIsDueOldestFirstOverAllShards() {
        Instant start = f.now();
        List<String> jobs =
                IntStream.range(0, 6)
                        .mapToObj(
                                i -> {
                                    f.clock.advance(Duration.ofSeconds(1));
                                    return f.submitted();
                                })
                        .toList();
        Instant after = f.now().plus(Duration.ofDays(2));

        List<DueItem> due = f.ledger.due(DueKind.DELETION, EventSource.CLEANUP, after, 100);

        assertThat(due).extracting(DueItem::jobId).containsExactlyElementsOf(jobs);
        assertThat(due.get(0))
                .isEqualTo(
                        new DueItem(
                                jobs.get(0),
                                "deletion",
                                start.plusSeconds(1).plus(Duration.ofHours(24))));
        assertThat(f.ledger.due(DueKind.DELETION, EventSource.CLEANUP, due.get(3).dueAt(), 100))
                .as("the bound is exclusive")
                .hasSize(3);
        assertThat(f.ledger.due(DueKind.DELETION, EventSource.CLEANUP, after, 1).size())
                .as("at most one of each shard")
                .isBetween(1, Due.SHARDS);
    }

    @Test
    void spreadsJobsOverShards() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            keys.add(Due.of(DueKind.EVENT, EventSource.INGEST, "job-" + i).key());
        }

        assertThat(keys).containsExactlyInAnyOrder("event|ingest|0", "event|ingest|1");
    }

    @Test
    void readsOneEventByItsSequence() {
        Claim claim = f.claimed();

        assertThat(f.ledger.event(claim.job().jobId(), 2)).contains(f.announced.get(1));
        assertThat(f.ledger.event(claim.job().jobId(), 3)).isEmpty();
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveriesTest {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static String tableName;
    private Fixture f;
    private String jobId;

    @BeforeAll
    static void createTable() {
        tableName = TestCloud.newTable(TestCloud.shared());
    }

    @BeforeEach
    void scheduleOne() {
        f = new Fixture(tableName);
        jobId = f.submitted();
        f.deliveries.schedule(jobId, "webhook", "event-1", 3);
    }

    private Optional<Delivery> begin() {
        return f.deliveries.begin(jobId, "webhook", "event-1", LEASE);
    }

    private Delivery only() {
        assertThat(f.deliveries.of(jobId)).hasSize(1);
        return f.deliveries.of(jobId).get(0);
    }

    @Test
    void isDueAtOnceForTheNotifier() {
        assertThat(
                        f.ledger.due(
                                DueKind.DELIVERY,
                                EventSource.NOTIFIER,
                                f.now().plusMillis(1),
                                1_000))
                .contains(new DueItem(jobId, "delivery#webhook#event-1", f.now()));
    }

    @Test
    void isNotedOnce() {
        Delivery begun = begin().orElseThrow();
        f.deliveries.delivered(begun);

        f.deliveries.schedule(jobId, "webhook", "event-1", 3);

        assertThat(only().state()).isEqualTo("delivered");
    }

    @Test
    void isBegunByOneOnlyUntilTheLeaseEnds() {
        assertThat(begin())
                .contains(
                        new Delivery(
                                jobId, "webhook", "event-1", 3, "pending", 1, f.now().plus(LEASE)));
        assertThat(begin()).isEmpty();
        f.clock.advance(LEASE);
        assertThat(begin()).get().extracting(Delivery::attempts).isEqualTo(2);
    }

    @Test
    void isAnothersWhoWasFasterByAMoment() {
        f.script.interpose(() -> assertThat(begin()).isPresent());

        assertThat(begin()).isEmpty();
        assertThat(only().attempts()).isOne();
    }

    @Test
    void isStillMineWhenTheAnswerWasLost() {
        f.script.loseAnswer();

        assertThat(begin()).isPresent();
        assertThat(only().attempts()).isOne();
    }

    @Test
    void endsDeliveredEvenIfAnotherAttemptHasBegun() {
        Delivery first = begin().orElseThrow();
        f.clock.advance(LEASE);
        begin();

        f.deliveries.delivered(first);

        assertThat(only().state()).isEqualTo("delivered");
        assertThat(only().dueAt()).isNull();
        assertThat(begin()).isEmpty();
    }

    @Test
    void comesDueAgainWhenItFailed() {
        Delivery begun = begin().orElseThrow();

        f.deliveries.again(begun, f.now().plus(Duration.ofMinutes(5)));

        assertThat(only().dueAt()).isEqualTo(f.now().plus(Duration.ofMinutes(5)));
        f.clock.advance(Duration.ofMinutes(5));
        assertThat(begin()).get().extracting(Delivery::attempts).isEqualTo(2);
    }

    @Test
    void isNotDecidedByWhoeverTookTooLong() {
        Delivery slow = begin().orElseThrow();
        f.clock.advance(LEASE);
        Delivery fresh = begin().orElseThrow();

        f.deliveries.undelivered(slow);
        f.deliveries.again(slow, f.now().plus(Duration.ofDays(1)));

        assertThat(only()).isEqualTo(fresh);
    }

    @Test
    void endsUndelivered() {
        f.deliveries.undelivered(begin().orElseThrow());

        assertThat(only().state()).isEqualTo("undelivered");
        f.clock.advance(Duration.ofDays(1));
        assertThat(begin()).isEmpty();
    }

    @Test
    void isAbsentWhereNothingWasNoted() {
        assertThat(f.deliveries.begin(jobId, "sns", "event-1", LEASE)).isEmpty();
        assertThat(f.deliveries.of("no-such-job")).isEmpty();
    }

    @Test
    void livesItsOwnTimeWhereThereIsNoJob() {
        f.deliveries.schedule("no-job-" + jobId, "sns", "event-1", 1);

        assertThat(f.item("no-job-" + jobId, "delivery#sns#event-1").number(Items.EXPIRES_AT))
                .isEqualTo(f.now().plus(Duration.ofDays(30)).getEpochSecond());
    }
}

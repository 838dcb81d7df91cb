package io.digitalworker.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LeaseTest {

    private final Lease lease = new Lease();
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void tellsALossOnceAndAtOnceToWhoComesLate() {
        lease.onLost(told::incrementAndGet);
        lease.lose();
        lease.lose();
        lease.onLost(told::incrementAndGet);
        assertThat(told).hasValue(2);
        assertThat(lease.tick()).as("a lost lease stays lost").isFalse();
    }

    @Test
    void tellsTheOthersWhenOneListenerFails() {
        lease.onDraining(
                () -> {
                    throw new IllegalStateException("as scripted");
                });
        lease.onDraining(told::incrementAndGet);
        lease.drain();
        assertThat(told).hasValue(1);
        assertThat(lease.draining()).isTrue();
        assertThat(lease.lost()).isFalse();
    }

    @Test
    void losesWithAnyOfItsClaims() {
        lease.beforeRenewal(() -> true);
        assertThat(lease.tick()).isTrue();
        lease.beforeRenewal(() -> false);
        assertThat(lease.tick()).isFalse();
        assertThat(lease.lost()).isTrue();
    }

    @Test
    void keepsTheBodyOutOfItsText() {
        Received received = new Received("planted word", "m1", 1, Instant.EPOCH, lease);
        assertThat(received.toString()).contains("m1").doesNotContain("planted");
    }

    @Test
    void keepsMessagesOfFaultsOutOfTheLog() {
        Exception fault =
                new IllegalStateException("planted", new IllegalArgumentException("planted"));
        assertThat(FaultTrace.of(fault))
                .contains("IllegalStateException at ", "caused by", "IllegalArgumentException")
                .contains("LeaseTest.keepsMessagesOfFaultsOutOfTheLog")
                .doesNotContain("planted");
    }

    @Test
    void countsReceivesFromOne() {
        assertThatThrownBy(() -> new Received("body", "m1", 0, Instant.EPOCH, lease))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void delaysNoLongerThanSqsCan() {
        assertThat(Outcome.later(Duration.ofMinutes(15))).isInstanceOf(Outcome.Later.class);
        assertThatThrownBy(() -> Outcome.later(Duration.ofMinutes(15).plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT15M");
        assertThatThrownBy(() -> Outcome.later(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

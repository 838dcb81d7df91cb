package io.digitalworker.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RetryScheduleTest {
    private static final Instant EVENT = Instant.parse("2026-05-04T10:00:00Z");
    private static final List<Duration> WAITS =
            List.of("PT5S", "PT30S", "PT2M", "PT15M", "PT1H", "PT4H", "PT6H42M25S").stream()
                    .map(Duration::parse)
                    .toList();
    private final RetrySchedule schedule = new RetrySchedule(WAITS);

    @Test
    void makesEightAttemptsOverTwelveHours() {
        List<Instant> attempts = new ArrayList<>(List.of(EVENT));
        Optional<Instant> next = schedule.next(1, EVENT, EVENT);
        while (next.isPresent()) {
            attempts.add(next.get());
            next = schedule.next(attempts.size(), EVENT, next.get());
        }

        assertThat(attempts).hasSize(8);
        assertThat(Duration.between(EVENT, attempts.get(7))).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void givesUpInSpiteOfClocksThatDiffer() {
        Instant slow = EVENT.plus(Duration.ofHours(12)).minusSeconds(200);

        assertThat(schedule.next(8, EVENT, slow)).isEmpty();
    }

    @Test
    void doesNotGiveUpWhenAnOutageUsedUpTheAttempts() {
        Instant soon = EVENT.plusSeconds(600);

        assertThat(schedule.next(20, EVENT, soon)).contains(soon.plus(WAITS.get(6)));
    }

    @Test
    void makesAllAttemptsEvenIfTheFirstWasLate() {
        Instant late = EVENT.plus(Duration.ofDays(2));

        assertThat(schedule.next(1, EVENT, late)).contains(late.plusSeconds(5));
        assertThat(schedule.next(8, EVENT, late)).isEmpty();
    }

    @Test
    void refusesWaitsThatAreNone() {
        assertThatThrownBy(() -> new RetrySchedule(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RetrySchedule(List.of(Duration.ofSeconds(-1))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package io.digitalworker.runtime;

import io.digitalworker.queue.Lease;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PutOffTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SERVICES_NOW = NOW.plus(Duration.ofHours(25));
    private final Received received = new Received("{}", "m-1", 1, NOW, new Lease());
    private final PutOff putOff =
            new PutOff(Clock.fixed(NOW, ZoneOffset.UTC), Clock.fixed(SERVICES_NOW, ZoneOffset.UTC));

    @Test
    void leavesTheOutcomeToTheWork() {
        assertThat(putOff.whereCloudIsAway(received, Outcome::done)).isEqualTo(Outcome.done());
    }

    @Test
    void putsOffWhatTheCloudDoesNotAllow() {
        Outcome outcome =
                putOff.whereCloudIsAway(
                        received,
                        () -> {
                            throw SdkClientException.create("connection refused");
                        });

        assertThat(outcome).isEqualTo(Outcome.later(PutOff.SHORTEST));
    }

    @Test
    void letsBugsThrough() {
        assertThatThrownBy(
                        () ->
                                putOff.whereCloudIsAway(
                                        received,
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "4, 4", "8, 8", "15, 15", "16, 15", "20000, 15"})
    void waitsAsLongAgainAsItHasWaited(int waited, int delay) {
        assertThat(putOff.again(NOW.minusSeconds(waited)))
                .as("first received %s s ago", waited)
                .isEqualTo(Outcome.later(Duration.ofSeconds(delay)));
    }

    @ParameterizedTest
    @CsvSource({"14, 15", "0, 1", "-30, 1", "1200, 900"})
    void waitsForTheEndOfTheClaimAndOneSecondMore(int rest, int delay) {
        assertThat(putOff.until(SERVICES_NOW.plusSeconds(rest)))
                .as("claim ends in %s s", rest)
                .isEqualTo(Outcome.later(Duration.ofSeconds(delay)));
    }

    @Test
    void takesAFirstReceiptInTheFutureForNow() {
        assertThat(putOff.again(NOW.plusSeconds(60)))
                .as("clocks of queue and process differ")
                .isEqualTo(Outcome.later(Duration.ofSeconds(2)));
    }
}

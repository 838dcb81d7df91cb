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
    private static final Instant FIRST = Instant.parse("2026-05-04T10:00:00Z");
    private final Received received = new Received("{}", "m-1", 1, FIRST, new Lease());

    @Test
    void leavesTheOutcomeToTheWork() {
        assertThat(PutOff.whereCloudIsAway(received, Outcome::done)).isEqualTo(Outcome.done());
    }

    @Test
    void putsOffWhatTheCloudDoesNotAllow() {
        Outcome outcome =
                PutOff.whereCloudIsAway(
                        received,
                        () -> {
                            throw SdkClientException.create("connection refused");
                        });

        assertThat(outcome).isInstanceOf(Outcome.Later.class);
    }

    @Test
    void letsBugsThrough() {
        assertThatThrownBy(
                        () ->
                                PutOff.whereCloudIsAway(
                                        received,
                                        () -> {
                                            throw new IllegalStateException("bug");
                                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 2", "5, 5", "60, 60", "899, 899", "3600, 900", "-5, 2"})
    void waitsAsLongAsTheMessageHasWaited(long waited, long next) {
        Clock clock = Clock.fixed(FIRST.plusSeconds(waited), ZoneOffset.UTC);

        assertThat(PutOff.delay(received, clock)).isEqualTo(Duration.ofSeconds(next));
    }
}

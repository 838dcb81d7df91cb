package io.digitalworker.local.cloud.events;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryScheduleTest {
    private static Delivery delivery(RetrySchedule schedule, String deadLetterArn) {
        return Delivery.first(
                Delivery.Kind.QUEUE, "arn:q", "body", Map.of(), schedule, deadLetterArn, 1_000);
    }

    @Test
    void webAddressIsTriedThreeTimesAtOnceAndFiftyInAll() {
        assertThat(RetrySchedule.SNS_HTTP.pauseBefore(3)).hasValue(Duration.ZERO);
        assertThat(RetrySchedule.SNS_HTTP.pauseBefore(4)).hasValue(Duration.ofSeconds(1));
        assertThat(RetrySchedule.SNS_HTTP.pauseBefore(50)).hasValue(Duration.ofSeconds(20));
        assertThat(RetrySchedule.SNS_HTTP.pauseBefore(51)).isEmpty();
    }

    @Test
    void targetIsTriedAsOftenAndAsLongAsItsPolicySays() {
        Delivery limited = delivery(RetrySchedule.EVENTS, null).limited(1, 60, Map.of());
        assertThat(limited.failed("x").pause(2_000)).isPresent();
        assertThat(limited.failed("x").failed("x").pause(2_000)).isEmpty();
        assertThat(limited.failed("x").pause(62_000)).isEmpty();
        assertThat(limited.pause(1_000)).hasValue(Duration.ZERO);
    }

    @Test
    void deadLetterTellsWhyAndWhence() {
        Delivery failed =
                delivery(RetrySchedule.EVENTS, "arn:dlq")
                        .limited(0, 60, Map.of("RULE_ARN", "arn:rule"))
                        .failed("gone");
        Delivery letter = failed.deadLetter("CODE", "gone", 2_000).orElseThrow();
        assertThat(letter.address()).isEqualTo("arn:dlq");
        assertThat(letter.body()).isEqualTo("body");
        assertThat(letter.attributes())
                .isEqualTo(
                        Map.of(
                                "RULE_ARN", "arn:rule",
                                "ERROR_CODE", "CODE",
                                "ERROR_MESSAGE", "gone",
                                "RETRY_ATTEMPTS", "0",
                                "EXHAUSTED_RETRY_CONDITION", "MaximumRetryAttempts"));
        assertThat(delivery(RetrySchedule.EVENTS, null).deadLetter("C", "m", 0)).isEmpty();
        assertThat(
                        delivery(RetrySchedule.EVENTS, "arn:dlq")
                                .limited(9, 60, Map.of())
                                .failed("x")
                                .deadLetter("C", "m", 90_000)
                                .orElseThrow()
                                .attributes())
                .containsEntry("EXHAUSTED_RETRY_CONDITION", "MaximumEventAgeInSeconds");
    }
}

package io.digitalworker.notifier.delivery;

import io.digitalworker.ledger.DueItem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeliveryKeyTest {
    @Test
    void isReadFromTheKeyOfADueItem() {
        DueItem item = new DueItem("job-1", "delivery#webhook#event-1", Instant.EPOCH);

        assertThat(DeliveryKey.of(item)).isEqualTo(new DeliveryKey("job-1", "webhook", "event-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"job", "delivery#sns", "event#sns#1"})
    void refusesOtherItems(String metadata) {
        assertThatThrownBy(() -> DeliveryKey.of(new DueItem("job-1", metadata, Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(metadata);
    }
}

package io.digitalworker.runtime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultTraceTest {
    private final Exception fault =
            new IllegalStateException("planted word", new ArithmeticException("planted word"));

    @Test
    void namesFaultAndCause() {
        assertThat(FaultTrace.names(fault))
                .isEqualTo(
                        "java.lang.IllegalStateException caused by java.lang.ArithmeticException");
    }

    @Test
    void showsPlacesAndNoMessage() {
        assertThat(FaultTrace.of(fault))
                .contains("FaultTraceTest")
                .doesNotContain("planted word")
                .hasLineCount(13);
    }
}

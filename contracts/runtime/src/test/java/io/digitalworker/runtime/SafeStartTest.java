package io.digitalworker.runtime;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SafeStartTest {
    @ParameterizedTest
    @CsvSource({"none, NONE", "jwt, JWT", "gateway, GATEWAY"})
    void knowsTheThreeModes(String word, AuthMode mode) {
        assertThat(AuthMode.of(word)).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NONE", "oidc", "jwt "})
    void anUnknownModeDoesNotStart(String word) {
        assertThatThrownBy(() -> AuthMode.of(word))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("digitalworker.auth.mode")
                .hasMessageContaining("none, jwt, gateway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "::", "not a name"})
    void whoAsksNobodyStartsOnLoopbackAlone(String host) {
        assertThatThrownBy(() -> SafeStart.check(AuthMode.NONE, host, Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bind to 127.0.0.1");
        assertThatCode(() -> SafeStart.check(AuthMode.JWT, host, Duration.ZERO))
                .as("others start anywhere")
                .doesNotThrowAnyException();
    }

    @Test
    void theClockIsMovedWhereNobodyIsAskedAlone() {
        assertThatCode(() -> SafeStart.check(AuthMode.NONE, "127.0.0.1", Duration.ofHours(1)))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> SafeStart.check(AuthMode.GATEWAY, "127.0.0.1", Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("digitalworker.clock.offset");
    }
}

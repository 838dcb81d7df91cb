package io.digitalworker.runtime.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestIdsTest {
    private final RequestIds ids = new RequestIds(() -> "ours");

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.9", "4bf92f3577b34da6a3ce929d0e0e4736"})
    void keepsHarmlessIdOfTheCaller(String offered) {
        assertThat(ids.choose(offered)).isEqualTo(offered);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "a\"b", "a\nb", "a;b", "<b>", "\u00e9"})
    void replacesEverythingElse(String offered) {
        assertThat(ids.choose(offered)).isEqualTo("ours");
    }

    @Test
    void keepsIdsOfUpTo64Characters() {
        assertThat(ids.choose("x".repeat(64))).hasSize(64);
        assertThat(ids.choose("x".repeat(65))).isEqualTo("ours");
    }

    @Test
    void lengthThatCannotBeReadIsTooLong() {
        assertThat(BodyLimit.length(null)).isZero();
        assertThat(BodyLimit.length(" 17 ")).isEqualTo(17);
        assertThat(BodyLimit.length("99999999999999999999")).isEqualTo(Long.MAX_VALUE);
    }
}

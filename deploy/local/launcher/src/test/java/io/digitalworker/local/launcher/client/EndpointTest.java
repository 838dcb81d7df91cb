package io.digitalworker.local.launcher.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "factory.example.com",
                "ftp://factory.example.com",
                "https://me:secret@factory.example.com",
                "https://factory.example.com?x=1",
                "https://factory.example.com#x",
                "https://",
                "not an address"
            })
    void whatIsNoEndpointIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> Endpoint.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://factory.example.com")
                .hasMessageNotContaining("secret");
    }

    @Test
    void pathsBeforeTheApiStay() {
        assertThat(Endpoint.of("https://x.example.com/prod/").at("/v1/jobs"))
                .hasToString("https://x.example.com/prod/v1/jobs");
    }

    @Test
    void onlyHttpsAndThisMachineArePrivate() {
        assertThat(Endpoint.of("https://factory.example.com").isPrivate()).isTrue();
        assertThat(Endpoint.of("http://127.0.0.1:8080").isPrivate()).isTrue();
        assertThat(Endpoint.of("http://[::1]:8080").isPrivate()).isTrue();
        assertThat(Endpoint.of("http://localhost").isPrivate()).isTrue();
        assertThat(Endpoint.of("http://factory.example.com").isPrivate()).isFalse();
        assertThat(Endpoint.of("http://127.0.0.1.example.com").isPrivate()).isFalse();
    }
}

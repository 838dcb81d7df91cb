package io.digitalworker.door;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AnybodyTest {
    private final Anybody anybody =
            new Anybody(
                    () -> Optional.of(Set.of("http://127.0.0.1:5173")),
                    Optional.of(URI.create("http://factory.local:8080")));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
    void everybodyOnThisMachineIsOnePerson(String host) {
        assertThat(anybody.ask(Heads.named(host)))
                .isEqualTo(new Answer.Welcome(new Visitor("anonymous")));
    }

    @Test
    void theConfiguredNameIsHereAsWell() {
        assertWelcome(Heads.named("factory.local"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.1"
            })
    void aForeignNameThatLeadsHereIsRefused(String host) {
        assertThat(anybody.ask(Heads.named(host))).isEqualTo(Answer.Refused.forbidden());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://localhost:3000",
                "https://localhost:8080"
            })
    void aPageOfSomebodyElseIsRefused(String origin) {
        assertThat(anybody.ask(Heads.with("Origin", origin)))
                .as("a page of " + origin)
                .isEqualTo(Answer.Refused.forbidden());
    }

    @Test
    void ownAndConfiguredPagesAreWelcome() {
        assertWelcome(Heads.with("Origin", "http://localhost:8080"));
        assertWelcome(Heads.with("Origin", "http://127.0.0.1:5173"));
    }

    private void assertWelcome(RequestHead head) {
        assertThat(anybody.ask(head)).isInstanceOf(Answer.Welcome.class);
    }
}

package io.digitalworker.door;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What keeps a process from starting, and what it says then. */
class DoorSettingsTest {
    @Test
    void tokensNeedAnIssuer() {
        assertRefused(
                new JwtSettings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Set.of("c")),
                        Optional.empty(),
                        "s",
                        Duration.ZERO),
                "needs digitalworker.auth.jwt.issuer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.org",
                "http://localhost.example.org",
                "ftp://localhost",
                "id.example.org",
                "https://id.example.org/?a=b",
                "https://id.example.org/#x"
            })
    void anIssuerMustBeAskedSafely(String issuer) {
        assertRefused(JwtSettings.of(issuer), "digitalworker.auth.jwt.issuer must be an https");
    }

    @Test
    void keysMustBeAskedForSafely() {
        JwtSettings settings = JwtSettings.of("https://id.example.org");
        assertRefused(
                new JwtSettings(
                        settings.issuer(),
                        Optional.of(URI.create("http://id.example.org/keys")),
                        settings.clientIds(),
                        settings.audiences(),
                        settings.scope(),
                        settings.leeway()),
                "digitalworker.auth.jwt.keys must be an https");
    }

    @Test
    void somethingMustSayForWhomTokensAre() {
        assertRefused(
                JwtSettings.of("https://id.example.org").withoutClients(),
                "needs digitalworker.auth.jwt.client-ids, or audiences");
    }

    private static void assertRefused(DoorConfig.Jwt settings, String text) {
        assertThatThrownBy(() -> new AccessTokens(settings, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/33",
                "example.org/8",
                "fd00::/129",
                "1.2.3.4/-1",
                "999.1.1.1/8"
            })
    void rangesMustBeRanges(String range) {
        assertThatThrownBy(() -> AddressRange.of(range))
                .as(range)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("such as 10.0.16.0/20");
    }

    @Test
    void ratesMustLetSomebodyIn() {
        assertThatThrownBy(() -> new Rates(0, 0, 1, io.github.bucket4j.TimeMeter.SYSTEM_NANOTIME))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("digitalworker.rate-limit");
    }
}

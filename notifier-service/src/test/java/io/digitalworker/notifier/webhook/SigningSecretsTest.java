package io.digitalworker.notifier.webhook;

import com.standardwebhooks.Webhook;
import io.digitalworker.api.WebhookSecret;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SigningSecretsTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final long NOW = Clock.systemUTC().instant().getEpochSecond();
    private static final String BODY = "{\"type\":\"JobSucceeded\"}";

    private final SigningSecrets secrets =
            new SigningSecrets(
                    new StoredOptions.Settings(KEY, Duration.ofSeconds(1), Duration.ofSeconds(3)),
                    principal -> principal.equals("rotated") ? List.of(3, 2, 1) : List.of(1));

    @Test
    void eachVersionThatSignsIsVerifiedByTheStandardsOwnLibrary() {
        String header = header("rotated");

        assertThat(header.split(" ")).hasSize(3).allMatch(part -> part.startsWith("v1,"));
        for (int version = 1; version <= 3; version++) {
            int held = version;
            assertThatCode(() -> verify("rotated", held, header))
                    .as("a receiver that holds version " + held)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aVersionThatDoesNotSignIsRefused() {
        String header = header("rotated");

        assertThatThrownBy(() -> verify("rotated", 4, header)).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> verify("somebody", 3, header)).isInstanceOf(Exception.class);
    }

    @Test
    void whoeverNeverReplacedTheirSecretGetsOneSignature() {
        assertThat(header("somebody").split(" ")).hasSize(1);
    }

    private String header(String principal) {
        return Signatures.of(secrets.of(principal), "event-1", NOW, BODY);
    }

    private static void verify(String principal, int version, String header) throws Exception {
        String secret = WebhookSecret.of(WebhookSecret.masterKey(KEY), principal, version);
        Map<String, List<String>> headers =
                Map.of(
                        "webhook-id", List.of("event-1"),
                        "webhook-timestamp", List.of(Long.toString(NOW)),
                        "webhook-signature", List.of(header));
        new Webhook(secret).verify(BODY, HttpHeaders.of(headers, (name, value) -> true));
    }
}

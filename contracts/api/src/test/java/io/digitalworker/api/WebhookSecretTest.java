package io.digitalworker.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookSecretTest {
    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Test
    void isTheSameForTheSamePrincipalAndVersion() {
        assertThat(WebhookSecret.of(KEY, "local", 1))
                .isEqualTo(WebhookSecret.of(KEY.clone(), "local", 1))
                .startsWith("whsec_");
    }

    @Test
    void isTheHmacOfPrincipalAndVersion() {
        // printf 'local|1' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef -binary |
        // base64
        assertThat(WebhookSecret.of(KEY, "local", 1))
                .isEqualTo("whsec_GJ0LMP/o2F28iGfBGGmge6YEfyIlxu1nhp6hPhU8NTQ=");
    }

    @Test
    void differsByKeyPrincipalAndVersion() {
        byte[] other = KEY.clone();
        other[0]++;

        assertThat(WebhookSecret.of(KEY, "local", 1))
                .isNotEqualTo(WebhookSecret.of(other, "local", 1))
                .isNotEqualTo(WebhookSecret.of(KEY, "remote", 1))
                .isNotEqualTo(WebhookSecret.of(KEY, "local", 2));
    }

    @Test
    void readsAMasterKey() {
        assertThat(WebhookSecret.masterKey(" " + Base64.getEncoder().encodeToString(KEY) + "\n"))
                .isEqualTo(KEY);
    }

    @Test
    void refusesAShortKeyAndSaysHowShort() {
        String tooShort = Base64.getEncoder().encodeToString(new byte[31]);

        assertThatThrownBy(() -> WebhookSecret.masterKey(tooShort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32 bytes, not 31");
        assertThatThrownBy(() -> WebhookSecret.of(new byte[0], "local", 1))
                .hasMessageContaining("not 0");
    }

    @Test
    void refusesAKeyThatIsNotBase64WithoutRepeatingIt() {
        assertThatThrownBy(() -> WebhookSecret.masterKey("s3cret!"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the master key of webhooks is not Base64")
                .hasNoCause();
    }

    @Test
    void refusesNobodyAndVersionZero() {
        assertThatThrownBy(() -> WebhookSecret.of(KEY, "", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WebhookSecret.of(KEY, "local", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

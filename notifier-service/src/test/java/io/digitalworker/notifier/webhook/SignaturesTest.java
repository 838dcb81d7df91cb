package io.digitalworker.notifier.webhook;

import io.digitalworker.api.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What we sign, the official libraries of Standard Webhooks accept; what anybody changes, they refuse. The
 * reference values were computed with openssl, so that library and signer are not one another's only
 * witness.
 */
class SignaturesTest {
    private static final byte[] KEY =
            "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final String OLD = WebhookSecret.of(KEY, "local", 1);
    private static final String NEW = WebhookSecret.of(KEY, "local", 2);
    private static final String OTHER = WebhookSecret.of(KEY, "somebody else", 2);
    private static final String BODY = "{\"type\":\"JobSucceeded\",\"moduleName\":\"Größe ✓\"}";

    enum Library {
        JAVA,
        NODE;

        boolean accepts(Receiver.Call call, String secret) throws Exception {
            return this == JAVA
                    ? OfficialLibraries.javaAccepts(call, secret)
                    : OfficialLibraries.nodeAccepts(call, secret);
        }
    }

    /** printf 'e-1.1700000000.{}' | openssl dgst -sha256 -mac HMAC -macopt hexkey:(32 times 61) -binary | base64 */
    @Test
    void isTheHmacThatStandardWebhooksDescribes() {
        String secret = "whsec_YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";

        assertThat(Signatures.of(List.of(secret), "e-1", 1_700_000_000L, "{}"))
                .isEqualTo("v1,dnsfEcLMpq7+SYz5KCQ5i0Aw9MTPzS58IPOSPvtT2+4=");
    }

    @ParameterizedTest
    @EnumSource
    void bothSecretsOpenARequestWhileOneIsReplaced(Library library) throws Exception {
        Receiver.Call call = signedBy(NEW, OLD);

        assertThat(call.headers().get("webhook-signature").split(" ")).hasSize(2);
        assertThat(library.accepts(call, NEW)).as("the new secret").isTrue();
        assertThat(library.accepts(call, OLD)).as("the secret before").isTrue();
        assertThat(library.accepts(call, OTHER)).as("another's secret").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void onceReplacedASecretOpensNothing(Library library) throws Exception {
        Receiver.Call call = signedBy(NEW);

        assertThat(library.accepts(call, NEW)).isTrue();
        assertThat(library.accepts(call, OLD)).as("the secret before").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsChangedIsRefused(Library library) throws Exception {
        Receiver.Call call = signedBy(NEW);
        String past = Long.toString(Instant.now().getEpochSecond() - 400);
        Receiver.Call otherBody =
                new Receiver.Call(call.method(), call.path(), call.headers(), BODY + " ");

        assertThat(library.accepts(otherBody, NEW)).as("another body").isFalse();
        assertThat(library.accepts(OfficialLibraries.with(call, "webhook-id", "e-2"), NEW))
                .as("another id")
                .isFalse();
        assertThat(library.accepts(OfficialLibraries.with(call, "webhook-timestamp", past), NEW))
                .as("a time long past")
                .isFalse();
    }

    private static Receiver.Call signedBy(String... secrets) {
        long now = Instant.now().getEpochSecond();
        Map<String, String> headers =
                Map.of(
                        "webhook-id", "e-1",
                        "webhook-timestamp", Long.toString(now),
                        "webhook-signature", Signatures.of(List.of(secrets), "e-1", now, BODY));
        return new Receiver.Call("POST", "/hook", headers, BODY);
    }
}

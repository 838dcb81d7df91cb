package io.digitalworker.ingest.webhook;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.WebhookSecret;
import io.digitalworker.api.WebhookSecretView;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ledger.WebhookKeys;
import io.digitalworker.runtime.testing.EmbeddedCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(EmbeddedCloudResource.class)
class WebhookSecretQuarkusTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Caller CALLER = new Caller("somebody", "request-1", null);

    @Inject WebhookKeys keys;
    @Inject Clock clock;

    @Test
    void saysWhatIsMissingWhereThereIsNoMasterKey() {
        given().get("/v1/webhook-secret")
                .then()
                .statusCode(503)
                .header("Cache-Control", "no-store")
                .body("code", equalTo("WEBHOOKS_NOT_CONFIGURED"));
        Response rotation = given().post("/v1/webhook-secret");
        assertThat(rotation.statusCode()).isEqualTo(503);
        assertThat(keys.of("anonymous").version()).as("nothing was replaced").isEqualTo(1);
    }

    @Test
    void showsTheSecretAndReplacesItWithTheFormerOneBeside() {
        ShowSecret secrets = new ShowSecret(keys, () -> Optional.of(KEY), clock);
        WebhookSecretView first = sound(secrets.show(CALLER));

        WebhookSecretView second = sound(secrets.rotate(CALLER));

        assertThat(first.version()).isEqualTo(1);
        assertThat(first.secret()).isEqualTo(secret(1));
        assertThat(first.previous()).isNull();
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.secret()).isEqualTo(secret(2));
        assertThat(second.previous().secret()).isEqualTo(first.secret());
        assertThat(second.previous().until()).isAfter(clock.instant());
        assertThat(sound(secrets.show(CALLER))).isEqualTo(second);
        assertThat(second.toString()).doesNotContain(WebhookSecret.PREFIX);
    }

    @Test
    void refusesToReplaceItTooOften() {
        ShowSecret secrets = new ShowSecret(keys, () -> Optional.of(KEY), clock);
        Caller hasty = new Caller("hasty", "request-1", null);
        for (int i = 0; i < WebhookKeys.MOST_FORMER; i++) {
            sound(secrets.rotate(hasty));
        }

        assertThat(secrets.rotate(hasty))
                .isEqualTo(Checked.faulty(ErrorCode.SECRET_REPLACED_TOO_OFTEN));
    }

    @Test
    void aProcessWithAKeyThatCannotBeOneDoesNotStart() {
        assertThatThrownBy(() -> new ShowSecret(keys, () -> Optional.of("c2hvcnQ="), clock))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
    }

    private static WebhookSecretView sound(Checked<WebhookSecretView> checked) {
        return ((Checked.Sound<WebhookSecretView>) checked).value();
    }

    private static String secret(int version) {
        return WebhookSecret.of(WebhookSecret.masterKey(KEY), CALLER.principal(), version);
    }
}

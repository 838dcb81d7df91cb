package io.digitalworker.ingest.webhook;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.PreviousWebhookSecret;
import io.digitalworker.api.WebhookSecret;
import io.digitalworker.api.WebhookSecretView;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ingest.check.Checked;
import io.digitalworker.ledger.WebhookKey;
import io.digitalworker.ledger.WebhookKeys;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Shows a caller the secret that signs their webhooks, and replaces it. It is derived from the master key
 * each time, and stored nowhere; a process with a key that cannot be one does not start.
 */
@Startup
@Singleton
public final class ShowSecret {
    private static final Logger LOG = Logger.getLogger(ShowSecret.class);

    private final WebhookKeys keys;
    private final Optional<byte[]> masterKey;
    private final Clock clock;

    ShowSecret(WebhookKeys keys, WebhookConfig config, Clock clock) {
        this.keys = keys;
        this.masterKey = config.masterKey().map(WebhookSecret::masterKey);
        this.clock = clock;
    }

    /** The present one; {@code WEBHOOKS_NOT_CONFIGURED} in an installation without a master key. */
    public Checked<WebhookSecretView> show(Caller caller) {
        return with(key -> new Checked.Sound<>(view(key, caller, keys.of(caller.principal()))));
    }

    /**
     * A new one. The one before signs too for 24 hours; {@code SECRET_REPLACED_TOO_OFTEN} where too many
     * are still signing.
     */
    public Checked<WebhookSecretView> rotate(Caller caller) {
        return with(
                key ->
                        keys.rotate(caller.principal())
                                .map(now -> replaced(key, caller, now))
                                .orElseGet(
                                        () -> Checked.faulty(ErrorCode.SECRET_REPLACED_TOO_OFTEN)));
    }

    private Checked<WebhookSecretView> with(Function<byte[], Checked<WebhookSecretView>> act) {
        return masterKey
                .map(act)
                .orElseGet(() -> Checked.faulty(ErrorCode.WEBHOOKS_NOT_CONFIGURED));
    }

    private Checked<WebhookSecretView> replaced(byte[] masterKey, Caller caller, WebhookKey key) {
        LOG.infof("a webhook secret was replaced, version %d", key.version());
        return new Checked.Sound<>(view(masterKey, caller, key));
    }

    private WebhookSecretView view(byte[] masterKey, Caller caller, WebhookKey key) {
        String principal = caller.principal();
        return new WebhookSecretView(
                key.version(),
                WebhookSecret.of(masterKey, principal, key.version()),
                key.still(clock.instant()).stream()
                        .findFirst()
                        .map(
                                former ->
                                        new PreviousWebhookSecret(
                                                former.version(),
                                                WebhookSecret.of(
                                                        masterKey, principal, former.version()),
                                                former.until()))
                        .orElse(null));
    }
}

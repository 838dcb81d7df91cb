package io.digitalworker.ingest.webhook;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What secrets of webhooks are made from. */
@ConfigMapping(prefix = "digitalworker.webhook")
public interface WebhookConfig {
    /** Base64 of at least 32 random bytes, the same as notifier-service's; without it none is shown. */
    Optional<String> masterKey();
}

package io.digitalworker.notifier.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are signed and sent. */
@ConfigMapping(prefix = "digitalworker.webhook")
public interface WebhookConfig {
    /** All secrets are derived from it: Base64 of at least 32 random bytes. */
    String masterKey();

    /** Limit of connecting, and what resolving the name may take of the whole. */
    @WithDefault("3S")
    Duration connectTimeout();

    /** Limit of a whole attempt, from resolving the name to the end of the answer. */
    @WithDefault("10S")
    Duration timeout();
}

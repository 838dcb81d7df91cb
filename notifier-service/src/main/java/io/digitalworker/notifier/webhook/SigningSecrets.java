package io.digitalworker.notifier.webhook;

import io.digitalworker.api.WebhookSecret;
import jakarta.inject.Singleton;
import java.util.List;

/** The secrets that sign a principal's webhooks, made from the master key when they are needed. */
@Singleton
final class SigningSecrets {
    private final byte[] masterKey;
    private final SigningVersions versions;

    SigningSecrets(WebhookConfig config, SigningVersions versions) {
        this.masterKey = WebhookSecret.masterKey(config.masterKey());
        this.versions = versions;
    }

    /** Of each version that a receiver may still hold, latest first. */
    List<String> of(String principal) {
        return versions.of(principal).stream()
                .map(version -> WebhookSecret.of(masterKey, principal, version))
                .toList();
    }
}

package io.digitalworker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code GET} and {@code POST /v1/webhook-secret}: what signs the caller's webhooks.
 *
 * @param version from 1
 * @param secret as Standard Webhooks writes it; see {@link WebhookSecret}
 * @param previous the one before, while it signs too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookSecretView(
        int version, String secret, @Nullable PreviousWebhookSecret previous) {
    /** Without the secrets. */
    @Override
    public String toString() {
        return "WebhookSecretView[version=" + version + "]";
    }
}

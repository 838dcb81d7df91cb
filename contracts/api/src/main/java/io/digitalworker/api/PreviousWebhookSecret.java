package io.digitalworker.api;

import java.time.Instant;

/**
 * A secret that was replaced.
 *
 * @param until when it stops signing
 */
public record PreviousWebhookSecret(int version, String secret, Instant until) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "PreviousWebhookSecret[version=" + version + ", until=" + until + "]";
    }
}

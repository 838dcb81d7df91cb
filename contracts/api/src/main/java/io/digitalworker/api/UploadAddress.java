package io.digitalworker.api;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer 201 to whoever wants to upload an archive: where to send it.
 *
 * @param uploadId what to submit it by
 * @param method {@code PUT}
 * @param url works for these bytes only, and without further proof of identity
 * @param headers to be sent exactly so, beside the length that every client sends by itself
 * @param expiresAt when it can no longer be uploaded or submitted
 */
public record UploadAddress(
        String uploadId,
        String method,
        String url,
        Map<String, String> headers,
        Instant expiresAt) {
    public UploadAddress {
        headers = new TreeMap<>(headers);
    }
}

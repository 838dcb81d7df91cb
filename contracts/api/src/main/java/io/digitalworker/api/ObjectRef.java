package io.digitalworker.api;

import java.util.Objects;

/**
 * A large thing, by reference: where it lies and what it must hash to.
 *
 * @param sha256 64 hexadecimal digits, lower case
 */
public record ObjectRef(String bucket, String key, String sha256, long size) {
    public ObjectRef {
        Objects.requireNonNull(bucket, "bucket");
        Objects.requireNonNull(key, "key");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256.length() + " characters");
        }
        if (size < 0) {
            throw new IllegalArgumentException("negative size: " + size);
        }
    }
}

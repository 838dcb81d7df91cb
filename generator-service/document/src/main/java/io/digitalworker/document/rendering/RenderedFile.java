package io.digitalworker.document.rendering;

import io.digitalworker.api.Artifact;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file to be published. The bytes are not copied: nobody may change them.
 *
 * @param name as {@link Artifact#name()}
 */
@SuppressWarnings(
        "ArrayRecordComponent") // compared by identity nowhere; copying would double the heap
public record RenderedFile(String name, String contentType, byte[] bytes) {
    /** SHA-256 of the bytes, 64 hexadecimal digits in lower case. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What the ledger and the status say of this file. */
    public Artifact artifact() {
        return new Artifact(name, bytes.length, sha256(), contentType);
    }
}

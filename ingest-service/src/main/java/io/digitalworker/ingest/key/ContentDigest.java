package io.digitalworker.ingest.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a request says, as one hash: over its parts by name, each as it was sent, and over nothing of
 * how they were put together. An archive counts by its bytes, whichever way it came.
 */
public final class ContentDigest {
    private final MessageDigest digest = sha256();

    /** An absent part is another content than an empty one. */
    public ContentDigest part(String name, Optional<byte[]> content) {
        return content.map(bytes -> hashed(name, HexFormat.of().formatHex(sha256().digest(bytes))))
                .orElse(this);
    }

    /** A part whose hash is known. */
    public ContentDigest hashed(String name, String sha256) {
        digest.update((name + ":" + sha256 + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of a file, 64 hexadecimal digits. */
    public static String ofFile(Path file) {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

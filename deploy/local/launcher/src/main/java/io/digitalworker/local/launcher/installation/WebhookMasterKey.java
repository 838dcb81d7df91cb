package io.digitalworker.local.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that webhook secrets are derived from: made at the first start and kept with the data, so that
 * receivers' secrets stay the same.
 *
 * @param value base64 of 32 bytes
 */
record WebhookMasterKey(String value) {
    private static final int BYTES = 32;

    static WebhookMasterKey of(Path data) {
        Path file = data.resolve("webhook-master-key");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return new WebhookMasterKey(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getEncoder().encodeToString(key));
    }
}

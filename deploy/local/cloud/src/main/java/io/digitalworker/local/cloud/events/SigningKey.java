package io.digitalworker.local.cloud.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;

/** The key that signs SNS messages, and its certificate; made once per data directory. */
final class SigningKey {
    private static final int BITS = 2048;

    private final PrivateKey key;
    private final String certificate;

    private SigningKey(PrivateKey key, String certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    static SigningKey in(Path directory, Clock clock) {
        try {
            Path key = directory.resolve("sns-signing.key");
            Path certificate = directory.resolve("sns-signing.pem");
            if (!Files.exists(key)) {
                create(key, certificate, clock);
            }
            PrivateKey stored =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(key)));
            return new SigningKey(stored, Files.readString(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the SNS signing key cannot be made or read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // the key is moved into place last: it is there only together with its certificate
    private static void create(Path key, Path certificate, Clock clock)
            throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        KeyPair pair = generator.generateKeyPair();
        Files.writeString(certificate, SelfSignedCertificate.pem(pair, "sns.local", clock));
        Path fresh = key.resolveSibling("sns-signing.key.new");
        Files.write(fresh, pair.getPrivate().getEncoded());
        Files.move(fresh, key, StandardCopyOption.ATOMIC_MOVE);
    }

    String certificate() {
        return certificate;
    }

    /** SHA-256 with RSA, in Base64. */
    String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA256withRSA", e);
        }
    }
}

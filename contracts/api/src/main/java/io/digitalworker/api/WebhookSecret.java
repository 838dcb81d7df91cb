package io.digitalworker.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that signs the webhooks of a principal. It is derived and stored nowhere (design §4.4):
 * whoever holds the master key can tell it, a new version replaces it.
 */
public final class WebhookSecret {
    /** As Standard Webhooks writes secrets. */
    public static final String PREFIX = "whsec_";

    /** The version that every principal begins with. */
    public static final int FIRST_VERSION = 1;

    private static final int LEAST_KEY_BYTES = 32;

    private WebhookSecret() {}

    /**
     * HMAC-SHA256 of {@code principal|version} under the master key.
     *
     * @param version from 1
     * @return {@value #PREFIX} and 32 bytes in Base64
     * @throws IllegalArgumentException if the key is shorter than 32 bytes, the principal is empty or
     *     the version less than 1
     */
    public static String of(byte[] masterKey, String principal, int version) {
        requireLongEnough(masterKey.length);
        if (principal.isEmpty() || version < 1) {
            throw new IllegalArgumentException("a secret needs a principal and a version from 1");
        }
        byte[] name = (principal + "|" + version).getBytes(StandardCharsets.UTF_8);
        return PREFIX + Base64.getEncoder().encodeToString(hmac(masterKey, name));
    }

    /**
     * Reads a master key from configuration.
     *
     * @throws IllegalArgumentException if it is not Base64 of at least 32 bytes; the message does not
     *     hold it
     */
    public static byte[] masterKey(String base64) {
        byte[] key = decoded(base64);
        requireLongEnough(key.length);
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64.trim());
        } catch (IllegalArgumentException notBase64) {
            // the cause would quote letters of the key
            throw new IllegalArgumentException("the master key of webhooks is not Base64");
        }
    }

    private static void requireLongEnough(int bytes) {
        if (bytes < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "the master key of webhooks needs at least "
                            + LEAST_KEY_BYTES
                            + " bytes, not "
                            + bytes);
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}

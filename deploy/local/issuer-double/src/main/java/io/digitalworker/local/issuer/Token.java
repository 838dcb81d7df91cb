package io.digitalworker.local.issuer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A token about to be signed. What {@link IssuerDouble} begins is a sound one; each method changes one
 * thing and returns the token itself. Put together by hand, so that it can be wrong in every way.
 */
public final class Token {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SigningKeys keys;
    private final Map<String, Object> head = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    Token(SigningKeys keys) {
        this.keys = keys;
        algorithm("RS256");
    }

    /** RS256 or ES256 with the issuer's keys; {@code none} without signature; HS256 with {@link #signedWith}. */
    public Token algorithm(String name) {
        head.put("alg", name);
        return head("kid", name.equals("ES256") ? keys.ecId() : keys.rsaId());
    }

    /** Sets a member of the head; null takes it away. */
    public Token head(String name, @Nullable Object value) {
        return put(head, name, value);
    }

    /** Sets a claim; null takes it away. */
    public Token claim(String name, @Nullable Object value) {
        return put(claims, name, value);
    }

    /** Sets a claim that is a time. */
    public Token time(String name, Instant value) {
        return claim(name, value.getEpochSecond());
    }

    private Token put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value == null) {
            members.remove(name);
        } else {
            members.put(name, value);
        }
        return this;
    }

    /** Signed as its head says. */
    public String signed() {
        String algorithm = String.valueOf(head.get("alg"));
        byte[] signature =
                algorithm.equals("none")
                        ? new byte[0]
                        : keys.sign(algorithm, content().getBytes(US_ASCII));
        return content() + "." + SigningKeys.base64(signature);
    }

    /** Signed with a shared secret: what a forger does who only knows the issuer's public key. */
    public String signedWith(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] signature = mac.doFinal(content().getBytes(US_ASCII));
            return content() + "." + SigningKeys.base64(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC", e);
        }
    }

    private String content() {
        return part(head) + "." + part(claims);
    }

    private static String part(Map<String, Object> members) {
        try {
            return SigningKeys.base64(JSON.writeValueAsString(members).getBytes(UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON", e);
        }
    }
}

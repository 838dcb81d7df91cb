package io.digitalworker.local.issuer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One RSA and one EC key, made when they are asked for, with the ids under which they are published. */
record SigningKeys(String rsaId, KeyPair rsa, String ecId, KeyPair ec) {
    private static final int RSA_BITS = 2048;
    private static final int EC_BYTES = 32;

    static SigningKeys make(int generation) {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(RSA_BITS);
            KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
            ec.initialize(new ECGenParameterSpec("secp256r1"));
            return new SigningKeys(
                    "rsa-" + generation,
                    rsa.generateKeyPair(),
                    "ec-" + generation,
                    ec.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes RSA and EC keys", e);
        }
    }

    /** As a JWKS (RFC 7517). */
    Map<String, Object> published() {
        return Map.of("keys", List.of(rsaJwk(), ecJwk()));
    }

    private Map<String, Object> rsaJwk() {
        RSAPublicKey key = (RSAPublicKey) rsa.getPublic();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("kid", rsaId);
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("n", base64(unsigned(key.getModulus(), RSA_BITS / Byte.SIZE)));
        jwk.put("e", base64(key.getPublicExponent().toByteArray()));
        return jwk;
    }

    private Map<String, Object> ecJwk() {
        ECPublicKey key = (ECPublicKey) ec.getPublic();
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("kid", ecId);
        jwk.put("use", "sig");
        jwk.put("crv", "P-256");
        jwk.put("x", base64(unsigned(key.getW().getAffineX(), EC_BYTES)));
        jwk.put("y", base64(unsigned(key.getW().getAffineY(), EC_BYTES)));
        return jwk;
    }

    byte[] sign(String algorithm, byte[] bytes) {
        try {
            boolean ecdsa = algorithm.equals("ES256");
            Signature signature =
                    Signature.getInstance(ecdsa ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(ecdsa ? ec.getPrivate() : rsa.getPrivate());
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs with RSA and ECDSA", e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[length];
        int count = Math.min(signed.length, length);
        System.arraycopy(signed, signed.length - count, bytes, length - count, count);
        return bytes;
    }
}

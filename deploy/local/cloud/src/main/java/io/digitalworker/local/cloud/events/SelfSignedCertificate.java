package io.digitalworker.local.cloud.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** An X.509 certificate (RFC 5280) that vouches for itself; the JDK has no public way to make one. */
final class SelfSignedCertificate {
    private static final Duration VALID = Duration.ofDays(3650);
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0C;
    private static final int UTC_TIME_TAG = 0x17;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int VERSION = 0xA0;
    private static final byte[] SHA256_WITH_RSA = hex("300d06092a864886f70d01010b0500");
    private static final byte[] COMMON_NAME = hex("0603550403");

    private SelfSignedCertificate() {}

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    static String pem(KeyPair keys, String commonName, Clock clock)
            throws GeneralSecurityException {
        byte[] content = content(keys, commonName, clock.instant());
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(content);
        byte[] bits = join(new byte[1], signature.sign());
        byte[] der = tagged(SEQUENCE, content, SHA256_WITH_RSA, tagged(BIT_STRING, bits));
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] content(KeyPair keys, String commonName, Instant now) {
        byte[] name = name(commonName);
        return tagged(
                SEQUENCE,
                tagged(VERSION, tagged(INTEGER, new byte[] {2})),
                tagged(INTEGER, new byte[] {1}),
                SHA256_WITH_RSA,
                name,
                tagged(SEQUENCE, time(now.minus(Duration.ofDays(1))), time(now.plus(VALID))),
                name,
                keys.getPublic().getEncoded());
    }

    private static byte[] name(String commonName) {
        byte[] text = tagged(UTF8_STRING, commonName.getBytes(StandardCharsets.UTF_8));
        return tagged(SEQUENCE, tagged(SET, tagged(SEQUENCE, COMMON_NAME, text)));
    }

    private static byte[] time(Instant instant) {
        return tagged(UTC_TIME_TAG, UTC_TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        byte[] inside = join(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (inside.length < 0x80) {
            out.write(inside.length);
        } else if (inside.length < 0x100) {
            out.write(0x81);
            out.write(inside.length);
        } else {
            out.write(0x82);
            out.write(inside.length >> 8);
            out.write(inside.length);
        }
        out.writeBytes(inside);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}

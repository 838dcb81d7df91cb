package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.table.expression.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Keys as bytes whose unsigned order is DynamoDB's order of sort keys. Each encoded value ends
 * itself, so that keys can be put one behind the other. Partitions come in the order of a hash, as
 * on AWS: nobody should rely on the order of a scan.
 */
final class KeyBytes {
    private static final int PARTITION_HASH = 8;
    private static final int NEGATIVE = 0x40;
    private static final int ZERO = 0x80;
    private static final int POSITIVE = 0xC0;
    private static final int EXPONENT_BIAS = 0x4000;

    private KeyBytes() {}

    static byte[] of(Value value) {
        if (value instanceof Value.Num number) {
            return number(number.value());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(beginning(value));
        out.write(0);
        out.write(0);
        return out.toByteArray();
    }

    /** What the keys of all values begin with that begin with this one; texts and bytes only. */
    static byte[] beginning(Value value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte each : raw(value)) {
            out.write(each);
            if (each == 0) {
                // so that a zero inside sorts behind the end
                out.write(0xFF);
            }
        }
        return out.toByteArray();
    }

    private static byte[] raw(Value value) {
        if (value instanceof Value.Text text) {
            return text.value().getBytes(StandardCharsets.UTF_8);
        } else if (value instanceof Value.Binary binary) {
            return binary.bytes();
        }
        throw new IllegalArgumentException("no key can be of type " + value.type());
    }

    private static byte[] number(BigDecimal number) {
        if (number.signum() == 0) {
            return new byte[] {(byte) ZERO};
        }
        String digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - number.scale() + EXPONENT_BIAS;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(exponent >> 8);
        out.write(exponent);
        digits.chars().forEach(digit -> out.write(digit - '0' + 1));
        out.write(0);
        byte[] magnitude = out.toByteArray();
        if (number.signum() < 0) {
            for (int i = 0; i < magnitude.length; i++) {
                magnitude[i] = (byte) ~magnitude[i];
            }
        }
        return join(new byte[] {(byte) (number.signum() < 0 ? NEGATIVE : POSITIVE)}, magnitude);
    }

    static byte[] partition(Value value) {
        byte[] key = of(value);
        return join(Arrays.copyOf(hash(key), PARTITION_HASH), key);
    }

    private static byte[] hash(byte[] key) {
        try {
            return MessageDigest.getInstance("MD5").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** The first key behind all keys that begin with this. */
    static byte[] behind(byte[] beginning) {
        int last = beginning.length - 1;
        while (last >= 0 && beginning[last] == (byte) 0xFF) {
            last--;
        }
        if (last < 0) {
            return END;
        }
        byte[] next = Arrays.copyOf(beginning, last + 1);
        next[last]++;
        return next;
    }

    /** The first key behind this one. */
    static byte[] after(byte[] key) {
        return Arrays.copyOf(key, key.length + 1);
    }

    /** Behind every key there can be. */
    private static final byte[] END = endOfAll();

    private static byte[] endOfAll() {
        byte[] end = new byte[PARTITION_HASH + 4096];
        Arrays.fill(end, (byte) 0xFF);
        return end;
    }
}

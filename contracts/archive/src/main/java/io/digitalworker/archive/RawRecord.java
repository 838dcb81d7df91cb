package io.digitalworker.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A stretch of the archive, as the format's little-endian, unsigned numbers. */
final class RawRecord {
    private final ByteBuffer bytes;

    RawRecord(ByteBuffer bytes) {
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return bytes.limit();
    }

    int u16(int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    long u32(int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** What exceeds a signed long comes as its largest value, which exceeds every limit as well. */
    long u64(int at) {
        long value = bytes.getLong(at);
        return value < 0 ? Long.MAX_VALUE : value;
    }

    RawRecord part(int at, int length) throws Refused {
        if (at < 0 || length < 0 || at > length() - length) {
            throw Refused.damaged("a record ends too early");
        }
        return new RawRecord(bytes.slice(at, length));
    }

    RawRecord from(int at) throws Refused {
        return part(at, length() - at);
    }

    byte[] toBytes() {
        byte[] copy = new byte[length()];
        bytes.get(0, copy);
        return copy;
    }
}

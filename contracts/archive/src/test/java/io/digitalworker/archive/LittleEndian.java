package io.digitalworker.archive;

import java.io.ByteArrayOutputStream;

/** Writes the format's numbers, whatever they claim. */
final class LittleEndian {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    LittleEndian u16(long value) {
        return number(value, Short.BYTES);
    }

    LittleEndian u32(long value) {
        return number(value, Integer.BYTES);
    }

    LittleEndian u64(long value) {
        return number(value, Long.BYTES);
    }

    LittleEndian bytes(byte... bytes) {
        out.writeBytes(bytes);
        return this;
    }

    int size() {
        return out.size();
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private LittleEndian number(long value, int width) {
        for (int i = 0; i < width; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }
}

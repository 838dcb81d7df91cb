package io.digitalworker.archive;

import java.util.Arrays;
import java.util.Random;

/** Bytes to build archives from; the same in each run. */
final class SampleBytes {
    private SampleBytes() {}

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    static byte[] joined(byte[] first, byte[] second) {
        return new LittleEndian().bytes(first).bytes(second).toBytes();
    }

    static byte[] cut(byte[] bytes, int atEnd) {
        return Arrays.copyOf(bytes, bytes.length - atEnd);
    }

    static byte[] behead(byte[] bytes, int atBeginning) {
        return Arrays.copyOfRange(bytes, atBeginning, bytes.length);
    }
}

package io.digitalworker.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Extra fields, right or wrong. */
final class RawExtra {
    private RawExtra() {}

    static byte[] field(int id, byte... data) {
        return new LittleEndian().u16(id).u16(data.length).bytes(data).toBytes();
    }

    /** The data of a ZIP64 field that gives one number. */
    static byte[] number(long value) {
        return new LittleEndian().u64(value).toBytes();
    }

    static byte[] unicodePath(String header, String path) {
        LittleEndian data = new LittleEndian().bytes((byte) 1);
        data.u32(RawEntry.crcOf(header.getBytes(UTF_8))).bytes(path.getBytes(UTF_8));
        return field(ExtraFields.UNICODE_PATH, data.toBytes());
    }

    /** An entry whose header has one name and whose Unicode path field another. */
    static RawEntry withUnicodePath(String header, String path) {
        RawEntry entry = RawEntry.stored(header, "x").name(header.getBytes(UTF_8));
        return entry.extra(unicodePath(header, path));
    }
}

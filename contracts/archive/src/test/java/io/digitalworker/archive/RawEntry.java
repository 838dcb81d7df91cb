package io.digitalworker.archive;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An entry whose two headers and data can each be made to say anything. Setters without "local" set
 * both headers; those with it, called afterwards, set the local one alone.
 */
final class RawEntry {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int UTF8 = 1 << 11;
    static final int DESCRIPTOR = 1 << 3;

    /** What one of the two headers says. */
    private static final class Header {
        byte[] name = {};
        byte[] extra = {};
        int flags;
        int method;
        long crc;
        long compressedSize;
        long size;
    }

    private final Header central = new Header();
    private final Header local = new Header();
    private byte[] data = {};
    private byte[] after = {};
    private int madeBy = 3 << 8 | 30;
    private int mode = 0100644;
    private int disk;
    private long offset = -1;
    private long localOffset;
    private int centralExtraLength = -1;
    private int dosAttributes;
    private int localVersion = 20;
    private int localTime;

    static RawEntry stored(String name, byte[] content) {
        RawEntry entry = new RawEntry().name(name).method(STORED).data(content);
        return entry.sizes(content.length, content.length).crc(crcOf(content));
    }

    static RawEntry stored(String name, String content) {
        return stored(name, content.getBytes(UTF_8));
    }

    static RawEntry deflated(String name, byte[] content) {
        byte[] data = deflate(content);
        RawEntry entry = new RawEntry().name(name).method(DEFLATED).data(data);
        return entry.sizes(data.length, content.length).crc(crcOf(content));
    }

    static RawEntry deflated(String name, String content) {
        return deflated(name, content.getBytes(UTF_8));
    }

    static RawEntry directory(String name) {
        return stored(name, "").mode(040755);
    }

    RawEntry name(String name) {
        return name(name.getBytes(UTF_8)).flags(central.flags | UTF8);
    }

    /** The bytes of a name that is not said to be UTF-8. */
    RawEntry name(byte... name) {
        central.name = name;
        local.name = name;
        return flags(central.flags & ~UTF8);
    }

    RawEntry localName(String name) {
        local.name = name.getBytes(UTF_8);
        return this;
    }

    RawEntry flags(int flags) {
        central.flags = flags;
        local.flags = flags;
        return this;
    }

    RawEntry flag(int flag) {
        return flags(central.flags | flag);
    }

    RawEntry localFlags(int flags) {
        local.flags = flags;
        return this;
    }

    RawEntry method(int method) {
        central.method = method;
        local.method = method;
        return this;
    }

    RawEntry localMethod(int method) {
        local.method = method;
        return this;
    }

    RawEntry crc(long crc) {
        central.crc = crc;
        local.crc = crc;
        return this;
    }

    RawEntry localCrc(long crc) {
        local.crc = crc;
        return this;
    }

    RawEntry sizes(long compressedSize, long size) {
        central.compressedSize = compressedSize;
        central.size = size;
        return localSizes(compressedSize, size);
    }

    RawEntry size(long size) {
        return sizes(central.compressedSize, size);
    }

    RawEntry localSizes(long compressedSize, long size) {
        local.compressedSize = compressedSize;
        local.size = size;
        return this;
    }

    RawEntry extra(byte... extra) {
        central.extra = extra;
        local.extra = extra;
        return this;
    }

    RawEntry localExtra(byte... extra) {
        local.extra = extra;
        return this;
    }

    /** The data as it lies in the archive; the headers keep what they said. */
    RawEntry data(byte... bytes) {
        data = bytes;
        return this;
    }

    /** Bytes between the data and whatever follows. */
    RawEntry after(byte... bytes) {
        after = bytes;
        return this;
    }

    /** Leaves the numbers to a data descriptor with signature, as tools do that write streams. */
    RawEntry withDescriptor() {
        LittleEndian descriptor = new LittleEndian().u32(0x08074b50).u32(central.crc);
        descriptor.u32(central.compressedSize).u32(central.size);
        return described(descriptor.toBytes());
    }

    RawEntry described(byte... descriptor) {
        return flag(DESCRIPTOR).localSizes(0, 0).localCrc(0).after(descriptor);
    }

    RawEntry mode(int unixMode) {
        mode = unixMode;
        return this;
    }

    RawEntry dosAttributes(int attributes) {
        dosAttributes = attributes;
        return this;
    }

    /** What the local header alone says of the version it needs, and of the time of day. */
    RawEntry localVersionAndTime(int version, int time) {
        localVersion = version;
        localTime = time;
        return this;
    }

    RawEntry madeBy(int system) {
        madeBy = system << 8 | 20;
        return this;
    }

    RawEntry disk(int number) {
        disk = number;
        return this;
    }

    /** Where the central header claims the local one to be. */
    RawEntry offset(long claimed) {
        offset = claimed;
        return this;
    }

    /** What the central header claims of its extra field; the field keeps its length. */
    RawEntry centralExtraLength(int claimed) {
        centralExtraLength = claimed;
        return this;
    }

    /** What the archive holds of it before its data. */
    byte[] localHeader() {
        LittleEndian out = new LittleEndian();
        writeLocal(out, 0);
        return Arrays.copyOf(out.toBytes(), out.size() - data.length - after.length);
    }

    void writeLocal(LittleEndian out, long at) {
        localOffset = at;
        out.u32(0x04034b50).u16(localVersion);
        writeCommon(local, localTime, local.extra.length, out);
        out.bytes(local.name).bytes(local.extra).bytes(data).bytes(after);
    }

    void writeCentral(LittleEndian out) {
        out.u32(0x02014b50).u16(madeBy).u16(20);
        int extraLength = centralExtraLength < 0 ? central.extra.length : centralExtraLength;
        writeCommon(central, 0, extraLength, out);
        out.u16(0).u16(disk).u16(0).u32((long) mode << 16 | dosAttributes);
        out.u32(offset < 0 ? localOffset : offset);
        out.bytes(central.name).bytes(central.extra);
    }

    private static void writeCommon(Header header, int time, int extraLength, LittleEndian out) {
        out.u16(header.flags).u16(header.method).u16(time).u16(0x21);
        out.u32(header.crc).u32(header.compressedSize).u32(header.size);
        out.u16(header.name.length).u16(extraLength);
    }

    static long crcOf(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        LittleEndian out = new LittleEndian();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            int length = deflater.deflate(buffer);
            out.bytes(Arrays.copyOf(buffer, length));
        }
        deflater.end();
        return out.toBytes();
    }
}

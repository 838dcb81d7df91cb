package io.digitalworker.archive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes archives record by record, right by default, and wrong wherever a test says so. */
final class RawZip {
    private static final byte[] NOTHING = {};

    private final List<RawEntry> entries = new ArrayList<>();
    private byte[] leading = NOTHING;
    private byte[] beforeDirectory = NOTHING;
    private byte[] beforeEnd = NOTHING;
    private byte[] trailing = NOTHING;
    private byte[] comment = NOTHING;
    private boolean offsetsCountLeading;
    private boolean directoryBackwards;
    private boolean zip64;
    private boolean endLeavesAllToZip64;
    private long zip64LocatorSlip;
    private long zip64CountSlip;
    private long zip64SizeSlip;
    private long zip64OffsetSlip;
    private long zip64RecordSlip;
    private int disk;
    private long countSlip;
    private long directorySizeSlip;
    private long directoryOffsetSlip;

    static RawZip of(RawEntry... entries) {
        RawZip zip = new RawZip();
        for (RawEntry entry : entries) {
            zip.add(entry);
        }
        return zip;
    }

    RawZip add(RawEntry entry) {
        entries.add(entry);
        return this;
    }

    /** Bytes before the archive, as a self-extracting one has; offsets do not know of them. */
    RawZip leading(byte... bytes) {
        leading = bytes;
        return this;
    }

    RawZip leadingKnownToOffsets(byte... bytes) {
        offsetsCountLeading = true;
        return leading(bytes);
    }

    RawZip beforeDirectory(byte... bytes) {
        beforeDirectory = bytes;
        return this;
    }

    RawZip beforeEnd(byte... bytes) {
        beforeEnd = bytes;
        return this;
    }

    RawZip trailing(byte... bytes) {
        trailing = bytes;
        return this;
    }

    RawZip comment(byte... bytes) {
        comment = bytes;
        return this;
    }

    /** Lets the central directory name the entries from the last to the first. */
    RawZip directoryBackwards() {
        directoryBackwards = true;
        return this;
    }

    RawZip zip64() {
        zip64 = true;
        return this;
    }

    RawZip zip64Only() {
        endLeavesAllToZip64 = true;
        return zip64();
    }

    RawZip zip64LocatorSlip(long by) {
        zip64LocatorSlip = by;
        return zip64();
    }

    /** Makes the ZIP64 end record, which alone is to be believed, count so many entries more. */
    RawZip zip64CountSlip(long by) {
        zip64CountSlip = by;
        return zip64Only();
    }

    /** Makes the ZIP64 end record give the directory so many bytes more. */
    RawZip zip64SizeSlip(long by) {
        zip64SizeSlip = by;
        return zip64Only();
    }

    /** Makes the ZIP64 end record say that the directory begins so many bytes later. */
    RawZip zip64OffsetSlip(long by) {
        zip64OffsetSlip = by;
        return zip64Only();
    }

    /** Makes the ZIP64 end record say that it is so many bytes longer itself. */
    RawZip zip64RecordSlip(long by) {
        zip64RecordSlip = by;
        return zip64Only();
    }

    RawZip disk(int number) {
        disk = number;
        return this;
    }

    /** Makes the last end record count so many entries more. */
    RawZip countSlip(long by) {
        countSlip = by;
        return this;
    }

    RawZip directorySizeSlip(long by) {
        directorySizeSlip = by;
        return this;
    }

    RawZip directoryOffsetSlip(long by) {
        directoryOffsetSlip = by;
        return this;
    }

    byte[] toBytes() {
        LittleEndian out = new LittleEndian().bytes(leading);
        int unknown = offsetsCountLeading ? 0 : leading.length;
        for (RawEntry entry : entries) {
            entry.writeLocal(out, out.size() - unknown);
        }
        out.bytes(beforeDirectory);
        long directoryOffset = out.size() - unknown;
        List<RawEntry> named = new ArrayList<>(entries);
        if (directoryBackwards) {
            Collections.reverse(named);
        }
        named.forEach(entry -> entry.writeCentral(out));
        long directorySize = out.size() - unknown - directoryOffset;
        out.bytes(beforeEnd);
        if (zip64) {
            writeZip64End(out, directoryOffset, directorySize);
        }
        writeEnd(out, directoryOffset + directoryOffsetSlip, directorySize + directorySizeSlip);
        return out.bytes(comment).bytes(trailing).toBytes();
    }

    private void writeZip64End(LittleEndian out, long directoryOffset, long directorySize) {
        long start = out.size();
        long count = entries.size() + zip64CountSlip;
        out.u32(0x06064b50).u64(44 + zip64RecordSlip).u16(45).u16(45).u32(0).u32(0);
        out.u64(count).u64(count);
        out.u64(directorySize + zip64SizeSlip).u64(directoryOffset + zip64OffsetSlip);
        out.u32(0x07064b50).u32(0).u64(start + zip64LocatorSlip).u32(1);
    }

    private void writeEnd(LittleEndian out, long directoryOffset, long directorySize) {
        boolean none = endLeavesAllToZip64;
        long count = none ? 0xFFFF : entries.size() + countSlip;
        out.u32(0x06054b50).u16(disk).u16(disk).u16(count).u16(count);
        out.u32(none ? 0xFFFFFFFFL : directorySize).u32(none ? 0xFFFFFFFFL : directoryOffset);
        out.u16(comment.length);
    }
}

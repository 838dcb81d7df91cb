package io.digitalworker.archive;

import java.io.IOException;

import static io.digitalworker.api.ErrorCode.ARCHIVE_ENCRYPTED;
import static io.digitalworker.api.ErrorCode.ARCHIVE_ENTRY_TOO_LARGE;
import static io.digitalworker.api.ErrorCode.ARCHIVE_LINK_OR_DEVICE;
import static io.digitalworker.api.ErrorCode.ARCHIVE_METHOD_UNSUPPORTED;
import static io.digitalworker.api.ErrorCode.ARCHIVE_PATH_INVALID;
import static io.digitalworker.api.ErrorCode.ARCHIVE_RATIO_TOO_HIGH;

/**
 * What the central directory says of one entry (APPNOTE 4.3.12), held against all the rules that
 * need no other part of the archive.
 *
 * @param number 1 for the first entry of the central directory
 */
record CentralHeader(
        int number,
        int flags,
        int method,
        long crc32,
        Extent extent,
        EntryName name,
        EntryPath path) {

    static final int SIZE = 46;
    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int HAS_DESCRIPTOR = 1 << 3;
    static final int NAME_IS_UTF8 = 1 << 11;

    private static final long SIGNATURE = 0x02014b50L;
    private static final int PATCHED = 1 << 5;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int METHOD_AES = 99;

    /** The flags that decide how an entry is read; the others tell how it was made. */
    static final int FLAGS_THAT_MATTER = ENCRYPTED | HAS_DESCRIPTOR | PATCHED | NAME_IS_UTF8;

    /** A header and its length in the central directory. */
    record Read(CentralHeader header, int nameLength, int length) {}

    static Read read(ArchiveBytes archive, long offset, int number, ArchiveLimits limits)
            throws IOException, Refused {
        RawRecord fixed = archive.record(offset, SIZE);
        if (fixed.u32(0) != SIGNATURE) {
            throw Refused.damaged("no central header where one should be");
        }
        int nameLength = fixed.u16(28);
        int extraLength = fixed.u16(30);
        int length = SIZE + nameLength + extraLength + fixed.u16(32);
        RawRecord whole = archive.record(offset, length);
        RawRecord extra = whole.part(SIZE + nameLength, extraLength);
        checkReadable(whole, extra);
        Extent extent = new Extent(whole.u32(24), whole.u32(20), whole.u32(42)).withZip64(extra);
        checkExtent(extent, whole.u16(10), limits);
        byte[] rawName = whole.part(SIZE, nameLength).toBytes();
        EntryName name = name(rawName, whole.u16(8), extra, limits);
        EntryPath path = path(name, whole.u16(8), limits);
        checkDirectory(path, extent, whole.u32(38));
        return new Read(
                new CentralHeader(
                        number, whole.u16(8), whole.u16(10), whole.u32(16), extent, name, path),
                nameLength,
                length);
    }

    boolean hasDescriptor() {
        return (flags & HAS_DESCRIPTOR) != 0;
    }

    private static void checkReadable(RawRecord header, RawRecord extra) throws Refused {
        int flags = header.u16(8);
        int method = header.u16(10);
        if ((flags & ENCRYPTED) != 0 || method == METHOD_AES) {
            throw new Refused(ARCHIVE_ENCRYPTED, "its data or header is encrypted");
        }
        if ((method != STORED && method != DEFLATED) || (flags & PATCHED) != 0) {
            throw new Refused(ARCHIVE_METHOD_UNSUPPORTED, "method " + method);
        }
        int disk = header.u16(34);
        if (disk != 0 && disk != 0xFFFF) {
            throw Refused.damaged("it is on another part of a divided archive");
        }
        if (!UnixMode.inAttributes(header.u32(38)).isPlain() || UnixMode.isSpecial(extra)) {
            throw new Refused(ARCHIVE_LINK_OR_DEVICE, "neither a file nor a directory");
        }
    }

    private static void checkExtent(Extent extent, int method, ArchiveLimits limits)
            throws Refused {
        if (extent.size() > limits.entryBytes()) {
            throw new Refused(
                    ARCHIVE_ENTRY_TOO_LARGE,
                    extent.size() + " bytes, at most " + limits.entryBytes());
        }
        if (method == STORED && extent.size() != extent.compressedSize()) {
            throw Refused.contradiction("stored, yet its two sizes differ");
        }
        if (extent.size() > limits.ratioFloorBytes()
                && extent.size() / limits.ratio() > extent.compressedSize()) {
            throw new Refused(
                    ARCHIVE_RATIO_TOO_HIGH,
                    extent.size() + " bytes from " + extent.compressedSize());
        }
    }

    private static EntryName name(byte[] raw, int flags, RawRecord extra, ArchiveLimits limits)
            throws Refused {
        if (raw.length > limits.pathBytes()) {
            throw new Refused(
                    ARCHIVE_PATH_INVALID,
                    "a path of " + raw.length + " bytes, at most " + limits.pathBytes());
        }
        return EntryName.read(raw, (flags & NAME_IS_UTF8) != 0, extra);
    }

    private static EntryPath path(EntryName name, int flags, ArchiveLimits limits) throws Refused {
        String text = name.inHeader((flags & NAME_IS_UTF8) != 0);
        EntryPath inHeader = EntryPath.of(text, limits.depth());
        return name.inField() == null ? inHeader : EntryPath.of(name.inField(), limits.depth());
    }

    private static void checkDirectory(EntryPath path, Extent extent, long attributes)
            throws Refused {
        if (path.directory() && extent.size() > 0) {
            throw Refused.contradiction("a directory with content");
        }
        if (!path.directory() && UnixMode.inAttributes(attributes).isDirectory()) {
            throw Refused.contradiction("a directory by its mode, a file by its name");
        }
    }
}

package io.digitalworker.archive;

import java.io.IOException;

import static io.digitalworker.api.ErrorCode.ARCHIVE_LINK_OR_DEVICE;
import static io.digitalworker.api.ErrorCode.ARCHIVE_OVERLAPPING;

/**
 * The header before an entry's data (APPNOTE 4.3.7). A reader of streams believes it, a reader of
 * files the central one: both must see the same.
 */
final class LocalHeader {
    static final int SIZE = 30;
    private static final long SIGNATURE = 0x04034b50L;

    private LocalHeader() {}

    /**
     * Holds the local header against the central one.
     *
     * @param limit offset at which the next entry or the central directory begins
     * @return offset of the entry's data, all of which lies before {@code limit}
     */
    static long check(ArchiveBytes archive, CentralHeader central, long limit)
            throws IOException, Refused {
        long offset = central.extent().localOffset();
        RawRecord fixed = archive.record(offset, SIZE);
        if (fixed.u32(0) != SIGNATURE) {
            throw Refused.damaged("no local header where one should be");
        }
        int nameLength = fixed.u16(26);
        int length = SIZE + nameLength + fixed.u16(28);
        if (length > limit - offset
                || central.extent().compressedSize() > limit - offset - length) {
            throw new Refused(ARCHIVE_OVERLAPPING, "it reaches into what follows it");
        }
        RawRecord whole = archive.record(offset, length);
        RawRecord extra = whole.from(SIZE + nameLength);
        checkName(whole.part(SIZE, nameLength), whole.u16(6), extra, central);
        checkNumbers(whole, extra, central);
        return offset + length;
    }

    private static void checkName(
            RawRecord rawName, int flags, RawRecord extra, CentralHeader central) throws Refused {
        if (((flags ^ central.flags()) & CentralHeader.FLAGS_THAT_MATTER) != 0) {
            throw Refused.contradiction("flags of the local and the central header");
        }
        boolean utf8 = (flags & CentralHeader.NAME_IS_UTF8) != 0;
        if (!EntryName.read(rawName.toBytes(), utf8, extra).equals(central.name())) {
            throw Refused.contradiction("names in the local and the central header");
        }
        if (UnixMode.isSpecial(extra)) {
            throw new Refused(ARCHIVE_LINK_OR_DEVICE, "neither a file nor a directory");
        }
    }

    private static void checkNumbers(RawRecord header, RawRecord extra, CentralHeader central)
            throws Refused {
        if (header.u16(8) != central.method()) {
            throw Refused.contradiction("methods in the local and the central header");
        }
        Extent local = new Extent(header.u32(22), header.u32(18), 0).withZip64(extra);
        boolean later = central.hasDescriptor();
        boolean agree =
                agree(header.u32(14), central.crc32(), later)
                        && agree(local.size(), central.extent().size(), later)
                        && agree(local.compressedSize(), central.extent().compressedSize(), later);
        if (!agree) {
            throw Refused.contradiction("sizes or checksums in the local and the central header");
        }
    }

    /** Zero stands for a number that was not known yet and follows in the data descriptor. */
    private static boolean agree(long local, long central, boolean mayFollowLater) {
        return local == central || (mayFollowLater && local == 0);
    }
}

package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.io.IOException;

import static io.digitalworker.api.ErrorCode.ARCHIVE_EXTRA_BYTES;
import static io.digitalworker.api.ErrorCode.ARCHIVE_NOT_ZIP;
import static io.digitalworker.api.ErrorCode.ARCHIVE_TOO_MANY_ENTRIES;

/**
 * The end of central directory record, ZIP64 included (APPNOTE 4.3.14 to 4.3.16). Its comment must
 * reach exactly to the end of the file: whatever follows would be hidden from one reader and found
 * by another.
 *
 * @param entries how many entries the central directory is said to have
 * @param directoryOffset where the central directory begins
 * @param directorySize its length in bytes; it ends where the end records begin
 */
record EndRecord(int entries, long directoryOffset, long directorySize) {
    static final int SIZE = 22;
    private static final long SIGNATURE = 0x06054b50L;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ZIP64_LOCATOR_SIZE = 20;
    private static final long ZIP64_LOCATOR = 0x07064b50L;
    private static final int ZIP64_SIZE = 56;
    private static final long ZIP64_SIGNATURE = 0x06064b50L;
    private static final long LOCAL_HEADER = 0x04034b50L;

    /** The numbers of either form of the record. */
    private record Numbers(
            long disk,
            long directoryDisk,
            long entriesHere,
            long entries,
            long directorySize,
            long directoryOffset) {}

    static EndRecord read(ArchiveBytes archive, ArchiveLimits limits) throws IOException, Refused {
        long start = find(archive);
        Numbers plain = plainNumbers(archive.record(start, SIZE));
        long locator = start - ZIP64_LOCATOR_SIZE;
        if (locator < 0 || archive.record(locator, 4).u32(0) != ZIP64_LOCATOR) {
            return checked(plain, start, limits);
        }
        long zip64 = locator - ZIP64_SIZE;
        checkLocator(archive.record(locator, ZIP64_LOCATOR_SIZE), zip64);
        Numbers wide = zip64Numbers(archive.record(zip64, ZIP64_SIZE));
        checkAgree(plain, wide);
        return checked(wide, zip64, limits);
    }

    private static long find(ArchiveBytes archive) throws IOException, Refused {
        int tailLength = (int) Math.min(archive.size(), SIZE + LONGEST_COMMENT);
        long tailStart = archive.size() - tailLength;
        RawRecord tail = archive.record(tailStart, tailLength);
        int found = -1;
        int others = 0;
        boolean cut = false;
        for (int at = tailLength - SIZE; at >= 0; at--) {
            if (tail.u32(at) != SIGNATURE) {
                continue;
            }
            int behind = tailLength - SIZE - at;
            if (tail.u16(at + 20) == behind) {
                requireOnlyOne(found, others);
                found = at;
            } else if (found < 0) {
                others++;
                cut = tail.u16(at + 20) > behind;
            }
        }
        if (found < 0) {
            throw noEnd(archive, cut ? 0 : others);
        }
        return tailStart + found;
    }

    /** An end record within the comment of another: readers differ in which of them they take. */
    private static void requireOnlyOne(int found, int laterOnes) throws Refused {
        if (found >= 0 || laterOnes > 0) {
            throw Refused.contradiction("more than one end record");
        }
    }

    private static Refused noEnd(ArchiveBytes archive, int misplaced) throws IOException, Refused {
        if (misplaced > 0) {
            return new Refused(ARCHIVE_EXTRA_BYTES, "the end record does not reach the end");
        }
        boolean beginsLikeOne = archive.size() >= 4 && archive.record(0, 4).u32(0) == LOCAL_HEADER;
        ErrorCode code = beginsLikeOne ? ErrorCode.ARCHIVE_DAMAGED : ARCHIVE_NOT_ZIP;
        return new Refused(code, "no end record in " + archive.size() + " bytes");
    }

    private static Numbers plainNumbers(RawRecord end) {
        return new Numbers(
                end.u16(4), end.u16(6), end.u16(8), end.u16(10), end.u32(12), end.u32(16));
    }

    private static Numbers zip64Numbers(RawRecord end) throws Refused {
        if (end.u32(0) != ZIP64_SIGNATURE || end.u64(4) != ZIP64_SIZE - 12) {
            throw Refused.damaged("the ZIP64 end record is not where it should be");
        }
        return new Numbers(
                end.u32(16), end.u32(20), end.u64(24), end.u64(32), end.u64(40), end.u64(48));
    }

    private static void checkLocator(RawRecord locator, long expected) throws Refused {
        if (locator.u32(4) != 0 || locator.u64(8) != expected || locator.u32(16) > 1) {
            throw Refused.damaged("the ZIP64 locator points elsewhere");
        }
    }

    /** A number is either given by both records alike, or left to the ZIP64 one by all ones. */
    private static void checkAgree(Numbers plain, Numbers wide) throws Refused {
        boolean agree =
                agree(plain.disk, wide.disk, 0xFFFFL)
                        && agree(plain.directoryDisk, wide.directoryDisk, 0xFFFFL)
                        && agree(plain.entriesHere, wide.entriesHere, 0xFFFFL)
                        && agree(plain.entries, wide.entries, 0xFFFFL)
                        && agree(plain.directorySize, wide.directorySize, 0xFFFFFFFFL)
                        && agree(plain.directoryOffset, wide.directoryOffset, 0xFFFFFFFFL);
        if (!agree) {
            throw Refused.contradiction("the end record differs from the ZIP64 end record");
        }
    }

    private static boolean agree(long plain, long wide, long leftToZip64) {
        return plain == leftToZip64 || plain == wide;
    }

    private static EndRecord checked(Numbers numbers, long start, ArchiveLimits limits)
            throws Refused {
        if (numbers.entries > limits.entries()) {
            throw new Refused(
                    ARCHIVE_TOO_MANY_ENTRIES,
                    numbers.entries + " entries, at most " + limits.entries());
        }
        if (numbers.disk != 0
                || numbers.directoryDisk != 0
                || numbers.entriesHere != numbers.entries) {
            throw Refused.damaged("it is one part of a divided archive");
        }
        if (numbers.entries == 0) {
            throw new Refused(ErrorCode.ARCHIVE_EMPTY, "0 entries");
        }
        checkPlace(numbers, start);
        return new EndRecord((int) numbers.entries, numbers.directoryOffset, numbers.directorySize);
    }

    private static void checkPlace(Numbers numbers, long start) throws Refused {
        if (numbers.directoryOffset > start
                || numbers.directorySize > start - numbers.directoryOffset) {
            throw Refused.damaged("the central directory does not fit in the archive");
        }
        long gap = start - numbers.directoryOffset - numbers.directorySize;
        if (gap > 0) {
            throw new Refused(
                    ARCHIVE_EXTRA_BYTES,
                    gap + " bytes before the archive or between its directory and its end record");
        }
    }
}

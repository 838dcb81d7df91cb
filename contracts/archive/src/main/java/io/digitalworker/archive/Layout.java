package io.digitalworker.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import static io.digitalworker.api.ErrorCode.ARCHIVE_EXTRA_BYTES;

/**
 * Where the entries lie. From the first byte to the central directory each byte belongs to exactly
 * one entry: its local header, its data or its data descriptor.
 */
final class Layout {
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final int LONGEST_DESCRIPTOR = 24;

    private Layout() {}

    /** The entries in the order in which they lie in the archive. */
    static List<StoredEntry> check(ArchiveBytes archive, EndRecord end, List<CentralHeader> headers)
            throws IOException, Refused {
        List<CentralHeader> inOrder = new ArrayList<>(headers);
        inOrder.sort(Comparator.comparingLong(header -> header.extent().localOffset()));
        long leading = inOrder.get(0).extent().localOffset();
        if (leading > 0) {
            throw new Refused(ARCHIVE_EXTRA_BYTES, leading + " bytes before the first entry");
        }
        List<StoredEntry> entries = new ArrayList<>(inOrder.size());
        for (int i = 0; i < inOrder.size(); i++) {
            CentralHeader header = inOrder.get(i);
            boolean last = i == inOrder.size() - 1;
            long limit = last ? end.directoryOffset() : inOrder.get(i + 1).extent().localOffset();
            entries.add(locate(archive, header, limit, inOrder.size()));
        }
        return entries;
    }

    private static StoredEntry locate(
            ArchiveBytes archive, CentralHeader header, long limit, int count)
            throws IOException, Refused {
        try {
            long data = LocalHeader.check(archive, header, limit);
            long dataEnd = data + header.extent().compressedSize();
            checkBetween(archive, header, dataEnd, limit - dataEnd);
            return StoredEntry.of(header, data);
        } catch (Refused e) {
            throw e.inEntry(header.number(), count);
        }
    }

    private static void checkBetween(
            ArchiveBytes archive, CentralHeader header, long dataEnd, long length)
            throws IOException, Refused {
        if (!header.hasDescriptor() || length > LONGEST_DESCRIPTOR) {
            requireNothing(length);
            return;
        }
        RawRecord between = archive.record(dataEnd, (int) length);
        switch (between.length()) {
            case 12, 20 -> checkDescriptor(between, header);
            case 16, LONGEST_DESCRIPTOR -> {
                requireDescriptor(between.u32(0) == DESCRIPTOR);
                checkDescriptor(between.from(4), header);
            }
            default -> {
                requireDescriptor(length > 0);
                requireNothing(length);
            }
        }
    }

    private static void requireDescriptor(boolean found) throws Refused {
        if (!found) {
            throw Refused.damaged("no data descriptor where one should be");
        }
    }

    private static void requireNothing(long length) throws Refused {
        if (length > 0) {
            throw new Refused(ARCHIVE_EXTRA_BYTES, length + " bytes after its data");
        }
    }

    /** With or without signature, with short or ZIP64 numbers (APPNOTE 4.3.9): its length tells. */
    private static void checkDescriptor(RawRecord descriptor, CentralHeader header) throws Refused {
        boolean wide = descriptor.length() == 20;
        long compressedSize = wide ? descriptor.u64(4) : descriptor.u32(4);
        long size = wide ? descriptor.u64(12) : descriptor.u32(8);
        if (descriptor.u32(0) != header.crc32()
                || compressedSize != header.extent().compressedSize()
                || size != header.extent().size()) {
            throw Refused.contradiction("the data descriptor and the central header");
        }
    }
}

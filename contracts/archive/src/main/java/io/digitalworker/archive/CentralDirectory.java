package io.digitalworker.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import static io.digitalworker.api.ErrorCode.ARCHIVE_EMPTY;
import static io.digitalworker.api.ErrorCode.ARCHIVE_INFLATES_TOO_LARGE;
import static io.digitalworker.api.ErrorCode.ARCHIVE_OVERLAPPING;
import static io.digitalworker.api.ErrorCode.ARCHIVE_RATIO_TOO_HIGH;

/** Reads the central directory from its first to its last byte, and adds up what it declares. */
final class CentralDirectory {
    private final ArchiveBytes archive;
    private final EndRecord end;
    private final ArchiveLimits limits;
    private final List<CentralHeader> headers = new ArrayList<>();
    private long inflated;
    private long occupied;

    private CentralDirectory(ArchiveBytes archive, EndRecord end, ArchiveLimits limits) {
        this.archive = archive;
        this.end = end;
        this.limits = limits;
    }

    static List<CentralHeader> read(ArchiveBytes archive, EndRecord end, ArchiveLimits limits)
            throws IOException, Refused {
        CentralDirectory directory = new CentralDirectory(archive, end, limits);
        directory.readHeaders();
        directory.checkWhole();
        return directory.headers;
    }

    private void readHeaders() throws IOException, Refused {
        long left = end.directorySize();
        for (int number = 1; number <= end.entries(); number++) {
            try {
                left -= readHeader(end.directoryOffset() + end.directorySize() - left, number);
                if (left < 0) {
                    throw Refused.contradiction("the central directory is shorter than it says");
                }
            } catch (Refused e) {
                throw e.inEntry(number, end.entries());
            }
        }
        if (left > 0) {
            throw Refused.contradiction(
                    left + " bytes of the central directory after its last entry");
        }
    }

    private int readHeader(long offset, int number) throws IOException, Refused {
        CentralHeader.Read read = CentralHeader.read(archive, offset, number, limits);
        add(read.header().extent(), read.nameLength());
        headers.add(read.header());
        return read.length();
    }

    /** Adding up at once keeps the memory for names below the half of the archive's size. */
    private void add(Extent extent, int nameLength) throws Refused {
        long room = end.directoryOffset();
        if (extent.compressedSize() > room) {
            throw Refused.damaged("its data would be larger than the archive");
        }
        if (extent.localOffset() >= room) {
            throw Refused.damaged("its local header would lie behind all entries");
        }
        occupied += LocalHeader.SIZE + nameLength + extent.compressedSize();
        if (occupied > room) {
            throw new Refused(
                    ARCHIVE_OVERLAPPING,
                    "all up to here need " + occupied + " bytes and have " + room);
        }
        inflated += extent.size();
        if (inflated > limits.inflatedBytes()) {
            throw new Refused(
                    ARCHIVE_INFLATES_TOO_LARGE,
                    "all up to here have "
                            + inflated
                            + " bytes, at most "
                            + limits.inflatedBytes());
        }
    }

    private void checkWhole() throws Refused {
        if (inflated > limits.entryBytes() && inflated / limits.ratio() > archive.size()) {
            throw new Refused(
                    ARCHIVE_RATIO_TOO_HIGH,
                    "all files together: " + inflated + " bytes from " + archive.size());
        }
        if (headers.stream().allMatch(header -> header.path().directory())) {
            throw new Refused(ARCHIVE_EMPTY, headers.size() + " directories and no file");
        }
    }
}

package io.digitalworker.archive;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import static io.digitalworker.api.ErrorCode.ARCHIVE_EXTRA_BYTES;

/**
 * Inflates entries through two buffers of fixed size. It stops at the first byte beyond the size
 * that the headers gave, so that whatever they were checked against holds for the data too.
 */
final class EntryReader implements AutoCloseable {
    private static final int BUFFER = 32 * 1024;

    /** Takes inflated bytes, as they come. */
    interface Sink {
        void take(byte[] bytes, int length);
    }

    private final ArchiveBytes archive;
    private final Inflater inflater = new Inflater(true);
    private final byte[] input = new byte[BUFFER];
    private final byte[] output = new byte[BUFFER];

    EntryReader(ArchiveBytes archive) {
        this.archive = archive;
    }

    /** Hands the entry's content to the sink and holds its length and CRC-32 against the headers. */
    void read(StoredEntry entry, Sink sink) throws IOException, Refused {
        Content content = new Content(entry, sink);
        if (entry.deflated()) {
            inflate(entry, content);
        } else {
            copy(entry, content);
        }
        content.finish();
    }

    private void copy(StoredEntry entry, Content content) throws IOException, Refused {
        for (long done = 0; done < entry.size(); done += BUFFER) {
            int length = (int) Math.min(BUFFER, entry.size() - done);
            archive.read(entry.dataOffset() + done, output, length);
            content.add(output, length);
        }
    }

    private void inflate(StoredEntry entry, Content content) throws IOException, Refused {
        inflater.reset();
        long fed = 0;
        while (!inflater.finished()) {
            if (inflater.needsInput()) {
                fed += feed(entry, fed);
            }
            content.add(output, inflateOnce());
        }
        long unused = entry.compressedSize() - fed + inflater.getRemaining();
        if (unused > 0) {
            throw new Refused(ARCHIVE_EXTRA_BYTES, unused + " bytes after its compressed data");
        }
    }

    private int feed(StoredEntry entry, long fed) throws IOException, Refused {
        int length = (int) Math.min(BUFFER, entry.compressedSize() - fed);
        if (length == 0) {
            throw Refused.damaged("its compressed data ends too early");
        }
        archive.read(entry.dataOffset() + fed, input, length);
        inflater.setInput(input, 0, length);
        return length;
    }

    private int inflateOnce() throws Refused {
        try {
            int length = inflater.inflate(output);
            if (inflater.needsDictionary()) {
                throw Refused.damaged("its compressed data asks for a dictionary");
            }
            return length;
        } catch (DataFormatException e) {
            throw Refused.damaged("its compressed data cannot be inflated");
        }
    }

    @Override
    public void close() {
        inflater.end();
    }

    private static final class Content {
        private final StoredEntry entry;
        private final Sink sink;
        private final CRC32 crc = new CRC32();
        private long length;

        Content(StoredEntry entry, Sink sink) {
            this.entry = entry;
            this.sink = sink;
        }

        void add(byte[] bytes, int count) throws Refused {
            length += count;
            if (length > entry.size()) {
                throw Refused.contradiction("it inflates to more than " + entry.size() + " bytes");
            }
            crc.update(bytes, 0, count);
            sink.take(bytes, count);
        }

        void finish() throws Refused {
            if (length != entry.size()) {
                throw Refused.contradiction(
                        "it inflates to " + length + " bytes instead of " + entry.size());
            }
            if (crc.getValue() != entry.crc32()) {
                throw Refused.damaged("its content does not match its checksum");
            }
        }
    }
}

package io.digitalworker.archive;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * An archive that passed the gate, open for reading. Close it to release the file. Several threads
 * may read at once; an interrupt of a thread that reads closes the file for all of them.
 */
public final class CheckedArchive implements GateResult, AutoCloseable {
    private final ArchiveBytes archive;
    private final String sha256;
    private final Map<String, StoredEntry> stored;
    private final List<CheckedEntry> entries;

    CheckedArchive(ArchiveBytes archive, String sha256, Map<String, StoredEntry> stored) {
        this.archive = archive;
        this.sha256 = sha256;
        this.stored = Map.copyOf(stored);
        this.entries =
                stored.entrySet().stream()
                        .map(entry -> new CheckedEntry(entry.getKey(), entry.getValue().size()))
                        .sorted((a, b) -> PathOrder.BYTES.compare(a.path(), b.path()))
                        .toList();
    }

    /**
     * The files, without directories, by the bytes of their paths: the order in the archive does
     * not show. At least one.
     */
    public List<CheckedEntry> entries() {
        return entries;
    }

    /**
     * The content of a file. Never more than its checked size, and its CRC-32 is verified again.
     *
     * @throws IllegalArgumentException if the entry is not of this archive
     * @throws IOException if the file cannot be read, or is no longer what was checked
     */
    public byte[] read(CheckedEntry entry) throws IOException {
        StoredEntry place = stored.get(entry.path());
        if (place == null || place.size() != entry.size()) {
            throw new IllegalArgumentException("the entry is not of this archive");
        }
        byte[] content = new byte[place.size()];
        int[] filled = {0};
        try (EntryReader reader = new EntryReader(archive)) {
            reader.read(
                    place,
                    (bytes, length) -> {
                        System.arraycopy(bytes, 0, content, filled[0], length);
                        filled[0] += length;
                    });
            return content;
        } catch (Refused e) {
            throw new IOException("the archive changed after it was checked", e);
        }
    }

    /** SHA-256 of the whole file, in lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    /** Size of the whole file. */
    public long bytes() {
        return archive.size();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}

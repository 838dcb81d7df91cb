package io.digitalworker.archive;

/**
 * An entry whose headers are checked, and the place of its data.
 *
 * @param number 1 for the first entry of the central directory
 */
record StoredEntry(
        int number,
        EntryPath path,
        boolean deflated,
        long dataOffset,
        long compressedSize,
        int size,
        long crc32) {

    static StoredEntry of(CentralHeader header, long dataOffset) {
        return new StoredEntry(
                header.number(),
                header.path(),
                header.method() == CentralHeader.DEFLATED,
                dataOffset,
                header.extent().compressedSize(),
                Math.toIntExact(header.extent().size()),
                header.crc32());
    }
}

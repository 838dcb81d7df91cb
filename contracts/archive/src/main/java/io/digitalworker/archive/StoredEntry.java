package io.digitalworker.archive;

/** An entry whose headers are checked, and the place of its data. */
record StoredEntry(CentralHeader header, long dataOffset) {
    int size() {
        return Math.toIntExact(header.extent().size());
    }

    long compressedSize() {
        return header.extent().compressedSize();
    }

    boolean isDeflated() {
        return header.method() == CentralHeader.DEFLATED;
    }

    boolean isFile() {
        return !header.path().directory();
    }

    String path() {
        return header.path().text();
    }
}

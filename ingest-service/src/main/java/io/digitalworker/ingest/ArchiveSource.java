package io.digitalworker.ingest;

import java.nio.file.Path;

/** Where the archive of a submission is to be had. */
public sealed interface ArchiveSource {
    /** A file of this request, gone after it. */
    record Sent(Path file) implements ArchiveSource {}

    /** What the caller says that they uploaded before. */
    record Uploaded(String uploadId) implements ArchiveSource {}
}

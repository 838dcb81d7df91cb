package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import java.util.Optional;

/**
 * A submission with nothing left to complain about.
 *
 * @param archive absent only where the options do without
 * @param existing a partial document; present only where the options keep one
 */
public record CheckedSubmission(
        Optional<CheckedArchiveFile> archive,
        Descriptor descriptor,
        String moduleName,
        Options options,
        Optional<byte[]> existing)
        implements AutoCloseable {
    /** Deletes the copy of an upload; what came with the request goes with it. */
    @Override
    public void close() {
        archive.filter(file -> file.uploaded().isPresent())
                .map(CheckedArchiveFile::file)
                .ifPresent(ArchiveCheck::delete);
    }
}

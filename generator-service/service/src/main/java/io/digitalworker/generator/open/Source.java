package io.digitalworker.generator.open;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import io.digitalworker.archive.CheckedArchive;
import java.io.IOException;

/** What a job is made from; the archive is open. */
public record Source(CheckedArchive archive, Descriptor descriptor, Options options)
        implements OpenResult, AutoCloseable {

    @Override
    public void close() throws IOException {
        archive.close();
    }
}

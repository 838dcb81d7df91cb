package io.digitalworker.ingest.check;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import java.util.Optional;

/**
 * A submission of whose archive nothing is known yet but that there is one where there must be.
 *
 * @param existing a partial document; present only where the options keep one
 */
public record CheckedTexts(
        Descriptor descriptor, String moduleName, Options options, Optional<byte[]> existing) {
    public CheckedSubmission with(Optional<CheckedArchiveFile> archive) {
        return new CheckedSubmission(archive, descriptor, moduleName, options, existing);
    }
}

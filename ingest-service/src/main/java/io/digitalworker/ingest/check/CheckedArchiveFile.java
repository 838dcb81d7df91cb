package io.digitalworker.ingest.check;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An archive that passed the gate.
 *
 * @param file on this machine; of an upload it is a copy, which whoever has it deletes
 * @param sha256 64 hexadecimal digits, lower case
 * @param size in bytes
 * @param uploaded where the same bytes lie already, if they were uploaded before
 */
public record CheckedArchiveFile(
        Path file, String sha256, long size, Optional<UploadedObject> uploaded) {}

package io.digitalworker.ingest.check;

import java.nio.file.Path;

/**
 * An archive that passed the gate.
 *
 * @param sha256 64 hexadecimal digits, lower case
 * @param size in bytes
 */
public record CheckedArchiveFile(Path file, String sha256, long size) {}

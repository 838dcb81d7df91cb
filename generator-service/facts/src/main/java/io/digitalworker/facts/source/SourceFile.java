package io.digitalworker.facts.source;

import java.util.Objects;

/**
 * A readable file of the archive.
 *
 * @param path as in the archive, separated by {@code /}
 * @param lines number of lines; a last line without line end counts
 * @param bytes size in the archive, before redaction
 * @param sha256 of the bytes as they are in the archive, 64 hexadecimal digits in lower case
 */
public record SourceFile(String path, Language language, int lines, int bytes, String sha256) {
    public SourceFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(language, "language");
        if (lines < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    path + ": lines " + lines + " and bytes " + bytes + " must not be negative");
        }
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without its last part; empty at the root. */
    public String directory() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}

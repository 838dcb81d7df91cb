package io.digitalworker.ingest;

import java.util.Optional;

/**
 * What was sent, as it came: nothing of it is checked.
 *
 * @param descriptor JSON in UTF-8, hopefully
 * @param options JSON in UTF-8, hopefully
 * @param existing a partial document in Markdown, hopefully; what is too long may be cut off
 */
public record Submission(
        Optional<ArchiveSource> archive,
        Optional<byte[]> descriptor,
        Optional<byte[]> options,
        Optional<byte[]> existing) {}

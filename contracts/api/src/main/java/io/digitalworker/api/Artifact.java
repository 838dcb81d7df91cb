package io.digitalworker.api;

import java.util.Objects;

/**
 * A file of a published set, under {@code OutputKey} of its job.
 *
 * @param name relative, such as {@code srs.pdf} or {@code diagrams/components.svg}
 * @param size in bytes
 */
public record Artifact(String name, long size, String sha256, String contentType) {
    /** Holds all the others; what {@code downloadUrl} leads to. */
    public static final String BUNDLE = "bundle.zip";

    public Artifact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(contentType, "contentType");
    }
}

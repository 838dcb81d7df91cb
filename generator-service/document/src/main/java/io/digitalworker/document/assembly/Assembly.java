package io.digitalworker.document.assembly;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.verification.Verified;
import java.time.Instant;

/** Puts verified drafts together. */
public final class Assembly {
    private Assembly() {}

    /** The document, dated {@code at} in UTC. */
    public static DocumentTree assemble(Material material, Verified verified, Instant at) {
        return new DocumentTree(
                material.outline().document(),
                "",
                "",
                "",
                at.atZone(java.time.ZoneOffset.UTC).toLocalDate(),
                new org.commonmark.node.Document());
    }
}

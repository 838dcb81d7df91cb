package io.digitalworker.document.assembly;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.verification.Verified;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.commonmark.node.Document;

/** Puts verified drafts together under a title block. */
public final class Assembly {
    private static final Map<String, String> TITLES =
            Map.of("srs", "Software Requirements Specification");

    private Assembly() {}

    /** The document, dated {@code at} in UTC. */
    public static DocumentTree assemble(Material material, Verified verified, Instant at) {
        String name = material.outline().document();
        DocumentTree document =
                new DocumentTree(
                        name,
                        TITLES.getOrDefault(name, name),
                        material.moduleName(),
                        material.version(),
                        at.atZone(ZoneOffset.UTC).toLocalDate(),
                        status(verified),
                        new Document());
        Nodes nodes = new Nodes(document.root());
        nodes.title(document);
        verified.drafts().forEach(nodes::section);
        return document;
    }

    private static String status(Verified verified) {
        boolean complete =
                verified.drafts().stream()
                        .map(SectionDraft::status)
                        .allMatch(SectionStatus.COMPLETE::equals);
        return complete ? "draft for review" : "draft for review, with sections missing";
    }
}

package io.digitalworker.document.assembly;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.edition.Edition;
import io.digitalworker.document.outline.Detail;
import io.digitalworker.document.outline.Wording;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.prose.SectionStatus;
import io.digitalworker.document.translation.Translation;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.frame.RevisionHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.commonmark.node.Document;

/** Puts verified drafts together under a title block. */
public final class Assembly {
    private Assembly() {}

    /** The document, dated {@code at} in UTC. */
    public static DocumentTree assemble(Material material, Verified verified, Instant at) {
        String name = material.outline().document();
        Wording wording = material.outline().wording();
        DocumentTree document =
                new DocumentTree(
                        name,
                        wording.language(),
                        material.outline().title(),
                        material.moduleName(),
                        material.version(),
                        day(at),
                        wording.say(status(material, verified)),
                        material.outline().detail() == Detail.OVERVIEW,
                        new Document());
        Nodes nodes = new Nodes(document.root(), material.outline());
        nodes.title(document);
        Edition edition = material.edition();
        LocalDate begun = edition.history().isEmpty() ? document.date() : day(edition.begun());
        List<SectionDraft> dated =
                verified.drafts().stream()
                        .map(draft -> RevisionHistory.dated(draft, edition, begun))
                        .toList();
        Translation translation = Translation.of(dated, wording);
        wording.note(translation.translated(), translation.sentences()).ifPresent(nodes::note);
        for (SectionDraft draft : translation.drafts()) {
            nodes.section(draft, material.detail(draft.section()));
        }
        return document;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static String status(Material material, Verified verified) {
        String status =
                switch (material.edition().status()) {
                    case DRAFT -> "draft for review";
                    case REVISED -> "revised draft for review";
                    case APPROVED -> "approved";
                };
        if (has(verified, SectionStatus.INCOMPLETE)) {
            return status + ", with sections missing";
        }
        return has(verified, SectionStatus.NEEDS_INPUT) ? status + ", with input needed" : status;
    }

    private static boolean has(Verified verified, SectionStatus status) {
        return verified.drafts().stream().map(SectionDraft::status).anyMatch(status::equals);
    }
}

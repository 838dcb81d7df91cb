package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.prose.SectionDraft;
import java.util.List;

/** A document as its writer left it: nothing of it is verified. */
public record Manuscript(Material material, List<SectionDraft> drafts) {
    public Manuscript {
        drafts = List.copyOf(drafts);
    }
}

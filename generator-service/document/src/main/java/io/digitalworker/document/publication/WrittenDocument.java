package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.translation.Translation;
import io.digitalworker.document.verification.Verified;
import java.util.Objects;

/** A document of a job: what it was written from, and what may be published of it. */
public record WrittenDocument(Material material, Verified verified) {
    public WrittenDocument {
        Objects.requireNonNull(material, "material");
        Objects.requireNonNull(verified, "verified");
    }

    /** Such as {@code srs}. */
    public String name() {
        return material.outline().document();
    }

    /** Its sections in the language asked for, as far as they are translated. */
    Translation translation() {
        return Translation.of(verified.drafts(), material.outline().wording());
    }
}

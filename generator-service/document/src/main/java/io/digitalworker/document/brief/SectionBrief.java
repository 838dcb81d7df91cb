package io.digitalworker.document.brief;

import io.digitalworker.document.outline.Section;
import java.util.Objects;

/** What one section is to be written from. */
public record SectionBrief(Section section, Material material) {
    public SectionBrief {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(material, "material");
    }
}

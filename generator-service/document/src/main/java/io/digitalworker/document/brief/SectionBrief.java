package io.digitalworker.document.brief;

import io.digitalworker.document.edition.Place;
import io.digitalworker.document.edition.Request;
import io.digitalworker.document.outline.Section;
import java.util.List;
import java.util.Objects;

/** What one section is to be written from. */
public record SectionBrief(Section section, Material material) {
    public SectionBrief {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(material, "material");
    }

    /** Changes that somebody asked for here in their own words, in their order. */
    public List<Request> requests() {
        return material.edition().requests(new Place(material.outline().document(), section.id()));
    }
}

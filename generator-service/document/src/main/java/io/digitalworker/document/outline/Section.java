package io.digitalworker.document.outline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A section of an outline.
 *
 * @param id also its anchor, such as {@code data-model}
 * @param content what it is written from
 * @param missing for {@link SectionContent#UNAVAILABLE}: what it lacks, in one line; else empty
 */
public record Section(
        @JsonProperty(value = "id", required = true) String id,
        @JsonProperty(value = "title", required = true) String title,
        @JsonProperty(value = "content", required = true) SectionContent content,
        @JsonProperty("missing") @Nullable String missing) {
    public Section {
        Objects.requireNonNull(title, "title");
        missing = missing == null ? "" : missing;
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("'" + id + "' is no section id");
        }
        if ((content == SectionContent.UNAVAILABLE) == missing.isEmpty()) {
            throw new IllegalArgumentException(id + " (" + content + ") lacks '" + missing + "'");
        }
    }

    /** What the section lacks; empty if nothing. */
    @Override
    public String missing() {
        return missing == null ? "" : missing;
    }
}

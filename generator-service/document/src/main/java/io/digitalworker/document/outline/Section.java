package io.digitalworker.document.outline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A section of an outline.
 *
 * @param id also its anchor, such as {@code data-model}; one of its kind in the document
 * @param content what it is written from: the name of one of the writers' ways to compose a section
 * @param detail from which detail on it is there; null for all
 * @param scenarios in which it is there; empty for all
 */
public record Section(
        @JsonProperty(value = "id", required = true) String id,
        @JsonProperty(value = "title", required = true) String title,
        @JsonProperty(value = "content", required = true) String content,
        @JsonProperty("detail") @Nullable String detail,
        @JsonProperty("scenarios") List<String> scenarios) {
    @SuppressWarnings("NullAway") // JSON may leave the scenarios out
    public Section {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(content, "content");
        scenarios = scenarios == null ? List.of() : List.copyOf(scenarios);
        if (!id.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("'" + id + "' is no section id");
        }
    }

    /** The same under another title. */
    Section titled(String other) {
        return new Section(id, other, content, detail, scenarios);
    }

    /** Whether a document of this detail and scenario has the section. */
    boolean isIn(Detail wanted, String scenario) {
        return (detail == null || wanted.tells(Detail.of(detail)))
                && (scenarios.isEmpty() || scenarios.contains(scenario));
    }
}

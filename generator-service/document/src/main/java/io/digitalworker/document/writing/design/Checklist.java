package io.digitalworker.document.writing.design;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What a technical review looks for, {@code /review/checklist.json}. */
record Checklist(@JsonProperty(value = "groups", required = true) List<Group> groups) {
    /** Items of one concern, such as accuracy. */
    record Group(
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "items", required = true) List<Item> items) {}

    /**
     * One thing to look for.
     *
     * @param check which rule decides; see {@link Review}
     * @param sections that it looks at, by id; all if empty
     */
    record Item(
            @JsonProperty(value = "item", required = true) String item,
            @JsonProperty(value = "check", required = true) String check,
            @JsonProperty("sections") List<String> sections) {
        @SuppressWarnings("NullAway") // JSON may leave the sections out
        Item {
            sections = sections == null ? List.of() : List.copyOf(sections);
        }
    }

    static Checklist read() {
        try (InputStream in = Checklist.class.getResourceAsStream("/review/checklist.json")) {
            Objects.requireNonNull(in, "/review/checklist.json is not on the class path");
            return new ObjectMapper().readValue(in, Checklist.class);
        } catch (IOException e) {
            throw new UncheckedIOException("/review/checklist.json cannot be read", e);
        }
    }
}

package io.digitalworker.generator.writing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.digitalworker.document.publication.SectionWriting;
import java.util.Objects;

/**
 * A finished section, as it is kept for whoever writes it again: an answer is read and checked anew, which
 * gives the same section.
 *
 * @param delimiter that stood around data in the prompt
 * @param answer of the model; empty where the extractive section stands
 */
record Checkpoint(
        @JsonProperty(value = "form", required = true) int form,
        @JsonProperty(value = "delimiter", required = true) String delimiter,
        @JsonProperty(value = "answer", required = true) String answer,
        @JsonProperty(value = "writing", required = true) SectionWriting writing) {
    /** Grows when what is kept changes its meaning; others are not read. */
    static final int FORM = 1;

    Checkpoint {
        Objects.requireNonNull(delimiter, "delimiter");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(writing, "writing");
    }

    Checkpoint(String delimiter, String answer, SectionWriting writing) {
        this(FORM, delimiter, answer, writing);
    }

    boolean isOf(String document, String section) {
        return form == FORM
                && writing.document().equals(document)
                && writing.section().equals(section);
    }
}

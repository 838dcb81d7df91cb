package io.digitalworker.document.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.document.outline.Detail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model is to write in the sections of one content.
 *
 * @param words of the model at most, in a comprehensive document
 * @param say what the section has to tell, and in which order
 */
record Instruction(
        @JsonProperty(value = "words", required = true) int words,
        @JsonProperty(value = "say", required = true) String say) {
    private static final String FILE = "/prompt/sections.json";
    private static final Map<String, Instruction> ALL = read();

    Instruction {
        Objects.requireNonNull(say, "say");
        if (words < 40) {
            throw new IllegalArgumentException(words + " words make no section");
        }
    }

    /** The instruction for a content; empty if a model does not write it. */
    static Optional<Instruction> of(String content) {
        return Optional.ofNullable(ALL.get(content));
    }

    /** The contents that have an instruction. */
    static Map<String, Instruction> all() {
        return ALL;
    }

    /** Words at most in a document of this detail. */
    int words(Detail detail) {
        return switch (detail) {
            case OVERVIEW -> words / 2;
            case STANDARD -> words * 4 / 5;
            case COMPREHENSIVE -> words;
        };
    }

    private static Map<String, Instruction> read() {
        try {
            return Map.copyOf(
                    new ObjectMapper()
                            .readValue(
                                    PromptFiles.text(FILE),
                                    new TypeReference<Map<String, Instruction>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}

package io.digitalworker.document.publication;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a section came about that a model was to write.
 *
 * @param document that the section is in, such as {@code srs}
 * @param section its id
 * @param writer {@code model} or {@code extractive}
 * @param model whose words stand in the section; empty if none's do
 * @param reason why it is not in the words of the first model, such as {@code budget}; empty if it is
 * @param calls that were made for it
 * @param repairs how often a model was told what was wrong
 * @param removed sentences of the model that were taken out
 * @param inferred sentences of the model that are marked as its conclusions
 * @param faults that were found in its answers, by rule
 * @param tokensIn of prompts, cached ones included
 * @param tokensCached of {@code tokensIn}, read from a cache
 * @param microUsd spent, in millionths of a US dollar
 */
public record SectionWriting(
        String document,
        String section,
        String writer,
        String model,
        String reason,
        int calls,
        int repairs,
        int removed,
        int inferred,
        Map<String, Integer> faults,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        long microUsd) {
    public static final String BY_MODEL = "model";
    public static final String EXTRACTIVE = "extractive";

    /** The document is in a language that no model is asked to write. */
    public static final String LANGUAGE = "language";

    public SectionWriting {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(reason, "reason");
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
        if (writer.equals(BY_MODEL) == model.isEmpty()) {
            throw new IllegalArgumentException(section + " by " + writer + " '" + model + "'");
        }
    }

    /** A section for which no model was asked, for that reason. */
    public static SectionWriting extractive(String document, String section, String reason) {
        return new SectionWriting(
                document, section, EXTRACTIVE, "", reason, 0, 0, 0, 0, Map.of(), 0, 0, 0, 0);
    }

    /** Whether another model or the extractive writer had to write it. */
    @JsonIgnore
    public boolean isFallback() {
        return !reason.isEmpty() && !reason.equals(LANGUAGE);
    }
}

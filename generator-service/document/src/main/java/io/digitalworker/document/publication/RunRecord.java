package io.digitalworker.document.publication;

import io.digitalworker.api.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What the caller knows of the run that made a document.
 *
 * @param at the document's date
 * @param writer as {@link io.digitalworker.document.writing.SectionWriter#name()}
 * @param descriptorSha256 of the descriptor as submitted
 * @param durations of the stages that have ended; absent ones are not reported
 * @param writing of the sections that a model was to write, in the order of the documents
 * @param fonts that the renderer used, by name
 */
public record RunRecord(
        Instant at,
        String writer,
        String descriptorSha256,
        Map<Stage, Duration> durations,
        ModelUse model,
        List<SectionWriting> writing,
        List<String> fonts) {
    /** A run without any model. */
    public RunRecord(
            Instant at, String writer, String descriptorSha256, Map<Stage, Duration> durations) {
        this(at, writer, descriptorSha256, durations, ModelUse.NONE, List.of(), List.of());
    }

    public RunRecord {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(descriptorSha256, "descriptorSha256");
        Objects.requireNonNull(model, "model");
        durations = Collections.unmodifiableMap(new TreeMap<>(durations));
        writing = List.copyOf(writing);
        fonts = fonts.stream().distinct().sorted().toList();
    }

    /** The same run with the fonts that its documents were rendered in. */
    public RunRecord in(List<String> used) {
        return new RunRecord(at, writer, descriptorSha256, durations, model, writing, used);
    }

    /** The same run with what models did in it. */
    public RunRecord by(ModelUse use, List<SectionWriting> sections) {
        return new RunRecord(at, writer, descriptorSha256, durations, use, sections, fonts);
    }

    /** Models whose words stand in the documents, sorted. */
    List<String> models() {
        return writing.stream()
                .map(SectionWriting::model)
                .filter(id -> !id.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}

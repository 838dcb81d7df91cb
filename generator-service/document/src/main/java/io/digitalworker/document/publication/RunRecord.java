package io.digitalworker.document.publication;

import io.digitalworker.api.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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
 */
public record RunRecord(
        Instant at, String writer, String descriptorSha256, Map<Stage, Duration> durations) {
    public RunRecord {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(descriptorSha256, "descriptorSha256");
        durations = Collections.unmodifiableMap(new TreeMap<>(durations));
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.ObjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt at a revision found and took: the log of the pipeline that analyses a message, acts
 * upon it and enriches the answer (design §4.5). Numbers, codes and references only.
 *
 * @param jobId of the revision
 * @param attempt of the job; a later run of the same attempt replaces the one before
 * @param at when it ended
 * @param analysis what the message was found to be; names and values of up to 40 letters, digits and
 *     hyphens
 * @param took from its begin to its end
 * @param status one word for what came of it
 * @param message where the message is
 * @param answerKey where the answer is, in the output bucket; null if there is none
 */
public record PipelineRun(
        String jobId,
        int attempt,
        Instant at,
        Map<String, String> analysis,
        Duration took,
        String status,
        ObjectRef message,
        @Nullable String answerKey) {
    /** The ledger holds no text (design §4.5): this is what a name or a value may be. */
    private static final String CODE = "[A-Za-z0-9-]{1,40}";

    public PipelineRun {
        analysis = Collections.unmodifiableMap(new TreeMap<>(analysis));
        analysis.forEach(
                (name, value) -> {
                    if (!name.matches(CODE) || !value.matches(CODE)) {
                        throw new IllegalArgumentException(
                                "a name or value of analysis is no code");
                    }
                });
        if (!status.matches(CODE)) {
            throw new IllegalArgumentException("the status is no code");
        }
    }

    /** Of this run alone: {@code <jobId>-<attempt>}. */
    public String id() {
        return jobId + "-" + attempt;
    }
}

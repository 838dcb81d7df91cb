package io.digitalworker.generator.model;

import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.document.prompt.PromptLimits;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What all jobs of the process share of a model: its gate, its limit, and how it counts tokens. */
final class ModelLine {
    /** Below that a report of the model is not believed. */
    private static final double LEAST = 1;

    private final Gate gate;
    private final Optional<TokenLimit> limit;
    private double bytesPerToken = PromptLimits.CHARS_PER_TOKEN;

    ModelLine(Gate gate, Optional<TokenLimit> limit) {
        this.gate = gate;
        this.limit = limit;
    }

    Gate gate() {
        return gate;
    }

    Optional<TokenLimit> limit() {
        return limit;
    }

    /** How many bytes make a token, by the worst that the model has reported; never above the usual. */
    synchronized double bytesPerToken() {
        return bytesPerToken;
    }

    /** Tokens of a prompt, rather too many than too few. */
    long tokens(Prompt prompt) {
        return (long) Math.ceil(bytes(prompt) / bytesPerToken());
    }

    /** Learns from what the model says it has read. */
    synchronized void read(Prompt prompt, TokenUse use) {
        if (use.in() > 0) {
            double seen = Math.max(LEAST, (double) bytes(prompt) / use.in());
            bytesPerToken = Math.min(bytesPerToken, seen);
        }
    }

    private static List<String> texts(Prompt prompt) {
        return Stream.concat(
                        Stream.of(prompt.system(), prompt.shared()),
                        prompt.turns().stream().map(Prompt.Turn::text))
                .toList();
    }

    private static long bytes(Prompt prompt) {
        return texts(prompt).stream().mapToLong(text -> text.getBytes(UTF_8).length).sum();
    }
}

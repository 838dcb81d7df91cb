package io.digitalworker.generator.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.digitalworker.document.prompt.Prompt;
import io.digitalworker.generator.model.TokenUse;
import io.digitalworker.ledger.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a model costs, in US dollars per million tokens, which is millionths of a dollar per token.
 *
 * @param prefix of the ids that it is paid for
 * @param in tokens that the model reads and that its cache does not have
 * @param cacheRead tokens that come from its cache
 * @param cacheWrite tokens that it reads and puts into its cache
 */
public record Pricing(
        @JsonProperty(value = "prefix", required = true) String prefix,
        @JsonProperty(value = "in", required = true) BigDecimal in,
        @JsonProperty(value = "out", required = true) BigDecimal out,
        @JsonProperty(value = "cacheRead", required = true) BigDecimal cacheRead,
        @JsonProperty(value = "cacheWrite", required = true) BigDecimal cacheWrite) {

    /** No tokenizer of the models in use gives more tokens than this, on source text and prose. */
    private static final int ASCII_PER_TOKEN = 2;

    private static final int TOKENS_PER_OTHER = 2;

    /** Beside its text: roles, limits of turns. */
    private static final int TOKENS_AROUND = 200;

    public Pricing {
        for (BigDecimal price : List.of(in, out, cacheRead, cacheWrite)) {
            if (price.signum() < 0) {
                throw new IllegalArgumentException("price of " + prefix + " below 0: " + price);
            }
        }
    }

    /**
     * The most that a call may take.
     *
     * @param microUsd millionths of a US dollar
     */
    public record Bound(long tokens, long microUsd) {}

    /**
     * What a call may take at most: every character of the prompt counted above its worth, at the
     * dearest price of input, and an answer of full length.
     *
     * @param maxTokens of the answer
     */
    public Bound reservation(Prompt prompt, int maxTokens) {
        long read = mostTokens(prompt);
        BigDecimal input = BigDecimal.valueOf(read).multiply(in.max(cacheWrite));
        BigDecimal output = BigDecimal.valueOf(maxTokens).multiply(out);
        return new Bound(read + maxTokens, micro(input.add(output)));
    }

    private static long mostTokens(Prompt prompt) {
        long turns = prompt.turns().stream().mapToLong(turn -> mostTokens(turn.text())).sum();
        return TOKENS_AROUND + mostTokens(prompt.system()) + mostTokens(prompt.shared()) + turns;
    }

    private static long mostTokens(String text) {
        long ascii = text.chars().filter(c -> c < 128).count();
        return (ascii + ASCII_PER_TOKEN - 1) / ASCII_PER_TOKEN
                + TOKENS_PER_OTHER * (text.length() - ascii);
    }

    /** One call that took so many tokens. */
    public Usage cost(TokenUse use) {
        long plain = use.in() - use.cached() - use.cacheWritten();
        BigDecimal sum =
                BigDecimal.valueOf(plain)
                        .multiply(in)
                        .add(BigDecimal.valueOf(use.out()).multiply(out))
                        .add(BigDecimal.valueOf(use.cached()).multiply(cacheRead))
                        .add(BigDecimal.valueOf(use.cacheWritten()).multiply(cacheWrite));
        return new Usage(1, use.in(), use.out(), use.cached(), use.cacheWritten(), micro(sum));
    }

    private static long micro(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.CEILING).longValueExact();
    }
}

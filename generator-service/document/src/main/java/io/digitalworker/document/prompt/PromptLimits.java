package io.digitalworker.document.prompt;

/**
 * How long a prompt may be.
 *
 * @param tokens of the whole prompt: system, shared and all turns; what the model answers is not among them
 * @param charsPerToken how many ASCII characters make a token; 3.2 until a model reports what it counted.
 *     Other characters count by their bytes. A correction drops what comes last and never changes what a
 *     handle means
 */
public record PromptLimits(int tokens, double charsPerToken) {
    /** Characters of ASCII per token, on the safe side for code and English. */
    public static final double CHARS_PER_TOKEN = 3.2;

    /** Below that not much more than the rules and a section's instruction fit. */
    public static final int LEAST_TOKENS = 8_000;

    private static final double FEWEST_CHARS = 2;
    private static final double MOST_CHARS = 5;

    public PromptLimits {
        if (tokens < LEAST_TOKENS) {
            throw new IllegalArgumentException(
                    "a prompt of " + tokens + " tokens is shorter than " + LEAST_TOKENS);
        }
        if (!(charsPerToken >= FEWEST_CHARS && charsPerToken <= MOST_CHARS)) {
            throw new IllegalArgumentException(
                    charsPerToken
                            + " characters per token are not between "
                            + FEWEST_CHARS
                            + " and "
                            + MOST_CHARS);
        }
    }

    public static PromptLimits of(int tokens) {
        return new PromptLimits(tokens, CHARS_PER_TOKEN);
    }

    /** The same with another number of characters per token, as near as it may be. */
    public PromptLimits corrected(double measured) {
        double near = Math.min(MOST_CHARS, Math.max(FEWEST_CHARS, measured));
        return new PromptLimits(tokens, Double.isNaN(near) ? charsPerToken : near);
    }
}

package io.digitalworker.document.prompt;

/**
 * How long a prompt may be.
 *
 * @param tokens of the whole prompt: system, shared and all turns
 * @param charsPerToken how many ASCII characters make a token; 3.2 until a model reports what it counted. A
 *     correction drops what comes last and never changes what a handle means
 */
public record PromptLimits(int tokens, double charsPerToken) {
    /** Characters of ASCII per token, on the safe side for code and English. */
    public static final double CHARS_PER_TOKEN = 3.2;

    /** Below that not even the rules and a section's instruction fit. */
    public static final int LEAST_TOKENS = 4_000;

    public PromptLimits {
        if (tokens < LEAST_TOKENS) {
            throw new IllegalArgumentException(
                    "a prompt of " + tokens + " tokens is shorter than " + LEAST_TOKENS);
        }
        if (!(charsPerToken >= 1 && charsPerToken <= 8)) {
            throw new IllegalArgumentException(charsPerToken + " characters are no token");
        }
    }

    public static PromptLimits of(int tokens) {
        return new PromptLimits(tokens, CHARS_PER_TOKEN);
    }
}

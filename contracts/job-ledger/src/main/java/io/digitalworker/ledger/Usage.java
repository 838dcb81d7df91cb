package io.digitalworker.ledger;

/**
 * What calls of a model took.
 *
 * @param tokensIn of prompts, cached ones included
 * @param tokensCached of {@code tokensIn}, read from a cache
 * @param tokensCacheWritten of {@code tokensIn}, put into a cache
 * @param microUsd cost in millionths of a US dollar
 */
public record Usage(
        int calls,
        long tokensIn,
        long tokensOut,
        long tokensCached,
        long tokensCacheWritten,
        long microUsd) {
    /** Of a call that the model did not take: refused before it began. */
    public static final Usage NONE = new Usage(0, 0, 0, 0, 0, 0);

    public Usage {
        if (calls < 0
                || tokensIn < 0
                || tokensOut < 0
                || tokensCached < 0
                || tokensCacheWritten < 0
                || microUsd < 0) {
            throw new IllegalArgumentException("no part of a usage is below 0");
        }
    }

    /** All tokens, as a cap of tokens counts them. */
    public long tokens() {
        return tokensIn + tokensOut;
    }

    public Usage plus(Usage other) {
        return new Usage(
                calls + other.calls,
                tokensIn + other.tokensIn,
                tokensOut + other.tokensOut,
                tokensCached + other.tokensCached,
                tokensCacheWritten + other.tokensCacheWritten,
                microUsd + other.microUsd);
    }
}

package io.digitalworker.generator.model;

/**
 * Tokens of calls, as the model counts them.
 *
 * @param in of prompts, cached ones included
 * @param cached of {@code in}, read from a cache
 * @param cacheWritten of {@code in}, put into a cache, which may cost more than others
 */
public record TokenUse(long in, long out, long cached, long cacheWritten) {
    public static final TokenUse NONE = new TokenUse(0, 0, 0, 0);

    public TokenUse {
        if (in < 0 || out < 0 || cached < 0 || cacheWritten < 0 || cached + cacheWritten > in) {
            throw new IllegalArgumentException(
                    "in %d, out %d, cached %d, cacheWritten %d"
                            .formatted(in, out, cached, cacheWritten));
        }
    }

    public TokenUse plus(TokenUse other) {
        return new TokenUse(
                in + other.in,
                out + other.out,
                cached + other.cached,
                cacheWritten + other.cacheWritten);
    }
}

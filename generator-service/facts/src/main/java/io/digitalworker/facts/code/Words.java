package io.digitalworker.facts.code;

import io.digitalworker.facts.lexer.Tokens;

/** Which words a file may hold, in half a kilobyte (a Bloom filter with one hash). */
final class Words {
    private static final int BITS = 8_192;

    private final long[] bits;

    private Words(long[] bits) {
        this.bits = bits;
    }

    static Words of(Tokens tokens) {
        long[] bits = new long[BITS / Long.SIZE];
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i)) {
                set(bits, tokens.hash(i));
            }
        }
        return new Words(bits);
    }

    private static void set(long[] bits, int hash) {
        int bit = spread(hash);
        bits[bit >>> 6] |= 1L << bit;
    }

    private static int spread(int hash) {
        return ((hash * 0x9E3779B9) >>> 16) & (BITS - 1);
    }

    boolean mayHold(String word) {
        int bit = spread(word.hashCode());
        return (bits[bit >>> 6] & (1L << bit)) != 0;
    }
}

package io.digitalworker.archive;

import java.util.Comparator;

/** Orders of paths that no locale and no platform changes. */
final class PathOrder {
    /** By the bytes of the path in UTF-8. */
    static final Comparator<String> BYTES = (a, b) -> compare(a, b, PathOrder::utf8Rank);

    /** As {@link #BYTES}, but a directory's files follow directly after its own path. */
    static final Comparator<String> TREE = (a, b) -> compare(a, b, PathOrder::treeRank);

    private interface Rank {
        int of(char character);
    }

    private PathOrder() {}

    private static int compare(String a, String b, Rank rank) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(rank.of(a.charAt(i)), rank.of(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** UTF-16 spells what lies beyond its range by surrogates, which it numbers too low. */
    private static int utf8Rank(char character) {
        return Character.isSurrogate(character) ? character + 0x10000 : character;
    }

    private static int treeRank(char character) {
        return character == '/' ? -1 : utf8Rank(character);
    }
}

package io.digitalworker.document.brief;

import io.digitalworker.facts.source.Evidence;

/**
 * A piece of the archive that retrieval can find: a member, the head of a type, or a piece of a file
 * that declares neither, such as a view.
 *
 * @param symbol qualified name; of a piece of a file, the file's name
 * @param kind as in {@code facts.json}, such as {@code method}; {@code file} for a piece of a file
 * @param signature one line; empty for a piece of a file
 */
public record Chunk(String symbol, String kind, String signature, Evidence evidence) {
    /** The kind of a chunk that is no declaration. */
    public static final String FILE = "file";

    /** The id that a mention of its symbol carries. */
    public String symbolId() {
        return evidence.id() + "#" + symbol;
    }
}

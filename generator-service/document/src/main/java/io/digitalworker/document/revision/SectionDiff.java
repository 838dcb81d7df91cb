package io.digitalworker.document.revision;

import java.util.List;

/**
 * What became of a section.
 *
 * @param sha256 of its Markdown afterwards; of the one before where it was removed
 * @param added sentences, cells of a row together, that were not there before
 * @param removed those that are not there any more
 * @param reworded those that were there in other words
 */
public record SectionDiff(
        String document,
        String section,
        String title,
        Kind kind,
        String sha256,
        List<String> added,
        List<String> removed,
        List<Reworded> reworded) {
    /** How a section compares with what it was. */
    public enum Kind {
        /** Byte for byte the same in Markdown. */
        UNCHANGED,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** A sentence that says more or less the same in other words. */
    public record Reworded(String before, String after) {}

    public SectionDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        reworded = List.copyOf(reworded);
    }
}

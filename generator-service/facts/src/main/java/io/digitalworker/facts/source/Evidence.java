package io.digitalworker.facts.source;

import java.util.Comparator;
import java.util.Objects;

/**
 * The place that a fact comes from. Only {@link SourceTree} makes one, so that every evidence names a
 * file of the archive and lines that it has (design §5).
 */
public final class Evidence implements Comparable<Evidence> {
    private static final Comparator<Evidence> ORDER =
            Comparator.comparing(Evidence::path)
                    .thenComparingInt(Evidence::startLine)
                    .thenComparingInt(Evidence::endLine);

    private final String path;
    private final int startLine;
    private final int endLine;
    private final String sha256;

    Evidence(SourceFile file, int startLine, int endLine) {
        if (startLine < 1 || endLine < startLine || endLine > lastLine(file)) {
            throw new IllegalArgumentException(
                    "lines "
                            + startLine
                            + " to "
                            + endLine
                            + " are not within the "
                            + file.lines()
                            + " lines of "
                            + file.path());
        }
        this.path = file.path();
        this.startLine = startLine;
        this.endLine = endLine;
        this.sha256 = file.sha256();
    }

    /** An empty file has one line for who opens it, so that the file as such can be cited. */
    private static int lastLine(SourceFile file) {
        return Math.max(1, file.lines());
    }

    /** Whether this is a place of that file, unchanged. */
    boolean isOf(SourceFile file) {
        return path.equals(file.path())
                && sha256.equals(file.sha256())
                && endLine <= lastLine(file);
    }

    public String path() {
        return path;
    }

    /** First line, counted from 1. */
    public int startLine() {
        return startLine;
    }

    /** Last line, inclusive. */
    public int endLine() {
        return endLine;
    }

    /** Hash of the whole file as it is in the archive. */
    public String sha256() {
        return sha256;
    }

    /** {@code path:Lx-Ly}, the citation; unique within an archive. */
    public String id() {
        return path + ":L" + startLine + "-L" + endLine;
    }

    @Override
    public int compareTo(Evidence other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that
                && startLine == that.startLine
                && endLine == that.endLine
                && path.equals(that.path)
                && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, startLine, endLine);
    }

    @Override
    public String toString() {
        return id();
    }
}

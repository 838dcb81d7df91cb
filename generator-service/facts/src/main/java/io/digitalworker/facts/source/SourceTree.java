package io.digitalworker.facts.source;

import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.facts.budget.TimeBudget;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The readable files of an archive, sorted by path, as redacted text (design §5). Each file is read
 * once, when the tree is opened; what is kept is the redacted text, deflated beyond a total, so that the
 * archive may be closed afterwards and many thousand files fit into a small heap. It is the only maker
 * of {@link Evidence}. May be read by several threads.
 */
public final class SourceTree {
    /** Longer text is left out as {@code over-size}. */
    public static final int MAX_FILE_BYTES = 2 * 1024 * 1024;

    private final SortedMap<String, StoredText> files;
    private final Map<Exclusion, Integer> excluded;
    private final SortedMap<String, Integer> redacted;
    private final int archiveFiles;
    private final long archiveBytes;

    /** The text that was read last: many ask for one place after the other of the same file. */
    private volatile @Nullable Read last;

    private record Read(StoredText stored, SourceText text) {}

    SourceTree(
            SortedMap<String, StoredText> files,
            Map<Exclusion, Integer> excluded,
            SortedMap<String, Integer> redacted,
            int archiveFiles,
            long archiveBytes) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.excluded = Collections.unmodifiableMap(new EnumMap<>(excluded));
        this.redacted = Collections.unmodifiableSortedMap(new TreeMap<>(redacted));
        this.archiveFiles = archiveFiles;
        this.archiveBytes = archiveBytes;
    }

    /** The tree of a module that has no code yet. */
    public static SourceTree empty() {
        return new SourceTree(
                new TreeMap<>(), new EnumMap<>(Exclusion.class), new TreeMap<>(), 0, 0);
    }

    /**
     * Reads an archive, which may be closed afterwards.
     *
     * @throws IOException if the archive cannot be read; never because of what is in it
     */
    public static SourceTree open(CheckedArchive archive) throws IOException {
        return TreeReading.read(archive);
    }

    /** The readable files, by path. */
    public List<SourceFile> files() {
        return files.values().stream().map(StoredText::file).toList();
    }

    /** The file at a path of the archive, if it is readable. */
    public Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path)).map(StoredText::file);
    }

    /**
     * The redacted text of a file of this tree.
     *
     * @throws NoSuchElementException when the file is of another tree
     */
    public SourceText text(SourceFile file) {
        StoredText stored = files.get(file.path());
        if (stored == null || !stored.file().equals(file)) {
            throw new NoSuchElementException(file.path() + " is not of this tree");
        }
        TimeBudget.at(file);
        Read last = this.last;
        if (last == null || last.stored() != stored) {
            last = new Read(stored, new SourceText(stored.text()));
            this.last = last;
        }
        return last.text();
    }

    /**
     * Evidence for lines of a file of this tree, both inclusive and counted from 1.
     *
     * @throws IllegalArgumentException when the file has no such lines
     */
    public Evidence evidence(SourceFile file, int startLine, int endLine) {
        if (!file(file.path()).equals(Optional.of(file))) {
            throw new NoSuchElementException(file.path() + " is not of this tree");
        }
        return new Evidence(file, startLine, endLine);
    }

    /** Whether the evidence names a file of this tree, unchanged, and lines that it has. */
    public boolean holds(Evidence evidence) {
        return file(evidence.path()).filter(evidence::isOf).isPresent();
    }

    /** The redacted lines that an evidence names. */
    public String quote(Evidence evidence) {
        SourceFile file =
                file(evidence.path())
                        .orElseThrow(() -> new NoSuchElementException(evidence + " is not here"));
        return text(file).lines(evidence.startLine(), evidence.endLine());
    }

    /** How many files were left out, by reason. */
    public Map<Exclusion, Integer> excluded() {
        return excluded;
    }

    /** How many secrets were replaced, by rule. */
    public SortedMap<String, Integer> redacted() {
        return redacted;
    }

    /** Files of the archive, readable or not. */
    public int archiveFiles() {
        return archiveFiles;
    }

    /** Size of all files of the archive, inflated, readable or not. */
    public long archiveBytes() {
        return archiveBytes;
    }
}

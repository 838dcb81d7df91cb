package io.digitalworker.facts.inventory;

import io.digitalworker.facts.source.SourceFile;
import io.digitalworker.facts.source.SourceTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive holds, in numbers.
 *
 * @param archiveFiles files of the archive, readable or not
 * @param archiveBytes their size, inflated
 * @param files readable files
 * @param lines lines of the readable files
 * @param languages most lines first
 * @param modules by path
 * @param excluded by reason
 * @param redacted by rule
 */
public record Inventory(
        int archiveFiles,
        long archiveBytes,
        int files,
        long lines,
        List<LanguageCount> languages,
        List<ModuleCount> modules,
        List<ExcludedCount> excluded,
        List<RedactedCount> redacted) {

    /** Files and lines of a language, by its title. */
    public record LanguageCount(String name, int files, long lines) {}

    /**
     * Files and lines of a module: a directory that a build file stands in, with all below it that is
     * not of a module further down; else a top-level directory.
     *
     * @param path of the directory, empty for the root of the archive
     * @param buildFile path of the file that makes it a module; empty if none does
     */
    public record ModuleCount(String name, String path, String buildFile, int files, long lines) {}

    /** Files left out for a reason, such as {@code binary}. */
    public record ExcludedCount(String reason, int files) {}

    /** Secrets replaced by a rule, such as {@code private-key}. */
    public record RedactedCount(String rule, int count) {}

    public Inventory {
        languages = List.copyOf(languages);
        modules = List.copyOf(modules);
        excluded = List.copyOf(excluded);
        redacted = List.copyOf(redacted);
    }

    /** Counts a tree. */
    public static Inventory of(SourceTree tree) {
        List<SourceFile> files = tree.files();
        return new Inventory(
                tree.archiveFiles(),
                tree.archiveBytes(),
                files.size(),
                files.stream().mapToLong(SourceFile::lines).sum(),
                languages(files),
                Modules.of(files),
                excluded(tree),
                tree.redacted().entrySet().stream()
                        .map(entry -> new RedactedCount(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<LanguageCount> languages(List<SourceFile> files) {
        SortedMap<String, LanguageCount> counts = new TreeMap<>();
        for (SourceFile file : files) {
            String name = file.language().title();
            LanguageCount so = counts.getOrDefault(name, new LanguageCount(name, 0, 0));
            counts.put(name, new LanguageCount(name, so.files() + 1, so.lines() + file.lines()));
        }
        List<LanguageCount> sorted = new ArrayList<>(counts.values());
        sorted.sort(
                Comparator.comparingLong(LanguageCount::lines)
                        .reversed()
                        .thenComparing(LanguageCount::name));
        return sorted;
    }

    private static List<ExcludedCount> excluded(SourceTree tree) {
        return tree.excluded().entrySet().stream()
                .map(entry -> new ExcludedCount(entry.getKey().reason(), entry.getValue()))
                .sorted(Comparator.comparing(ExcludedCount::reason))
                .toList();
    }
}

package io.digitalworker.facts.framework.dependency;

import io.digitalworker.facts.data.DataFile;
import io.digitalworker.facts.data.DataFiles;
import io.digitalworker.facts.data.XmlElement;
import io.digitalworker.facts.source.ArchivePath;
import io.digitalworker.facts.source.Language;
import io.digitalworker.facts.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The MSBuild files of a source tree, and which of them a project is made of. */
final class MsbuildFiles {
    private static final String ABOVE = "OfFileAbove";
    private static final String HERE = "$(MSBuildThisFileDirectory)";

    private final DataFiles data;
    private final Map<String, SourceFile> byLowerPath = new TreeMap<>();
    private final List<SourceFile> projects = new ArrayList<>();

    MsbuildFiles(DataFiles data) {
        this.data = data;
        for (SourceFile file : data.files(Language.XML)) {
            String lower = file.path().toLowerCase(Locale.ROOT);
            if (lower.endsWith("proj")) {
                projects.add(file);
                byLowerPath.put(lower, file);
            } else if (lower.endsWith(".props") || lower.endsWith(".targets")) {
                byLowerPath.put(lower, file);
            }
        }
    }

    List<DataFile> projects() {
        return projects.stream().map(data::read).toList();
    }

    /** All {@code .props} and {@code .targets}. */
    List<DataFile> shared() {
        return byLowerPath.values().stream()
                .filter(file -> !projects.contains(file))
                .map(data::read)
                .toList();
    }

    /** The files that a project is made of, in the order in which MSBuild reads them. */
    List<DataFile> of(DataFile project) {
        Set<SourceFile> files = new LinkedHashSet<>();
        String directory = project.file().directory();
        nearest("directory.build.props", directory).ifPresent(file -> add(file, files));
        nearest("directory.packages.props", directory).ifPresent(file -> add(file, files));
        add(project.file(), files);
        nearest("directory.build.targets", directory).ifPresent(file -> add(file, files));
        return files.stream().map(data::read).toList();
    }

    /** What a file imports goes before it; that the last import of several wins is kept. */
    private void add(SourceFile file, Set<SourceFile> files) {
        if (files.contains(file) || files.size() > 200) {
            return;
        }
        List<SourceFile> open = new ArrayList<>(List.of(file));
        List<SourceFile> order = new ArrayList<>();
        Set<SourceFile> seen = new LinkedHashSet<>(files);
        for (int i = 0; i < open.size() && i < 200; i++) {
            if (seen.add(open.get(i))) {
                order.add(0, open.get(i));
                for (XmlElement imported : data.read(open.get(i)).xml().all("Import")) {
                    imported(imported, open.get(i)).ifPresent(open::add);
                }
            }
        }
        files.addAll(order);
    }

    private Optional<SourceFile> imported(XmlElement element, SourceFile from) {
        String project = element.attribute("Project", "").replace('\\', '/');
        if (project.contains(ABOVE)) {
            String name = ArchivePath.name(from.path()).toLowerCase(Locale.ROOT);
            return from.directory().isEmpty()
                    ? Optional.empty()
                    : nearest(name, ArchivePath.directory(from.directory()));
        }
        String relative = project.replace(HERE, "");
        String path = ArchivePath.resolve(from.directory(), relative).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byLowerPath.get(path));
    }

    /** A file of a name in a directory or the closest one above. */
    private Optional<SourceFile> nearest(String name, String directory) {
        String at = directory.toLowerCase(Locale.ROOT);
        while (true) {
            SourceFile file = byLowerPath.get(at.isEmpty() ? name : at + "/" + name);
            if (file != null || at.isEmpty()) {
                return Optional.ofNullable(file);
            }
            at = ArchivePath.directory(at);
        }
    }
}

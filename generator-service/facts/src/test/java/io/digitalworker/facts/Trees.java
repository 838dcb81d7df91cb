package io.digitalworker.facts;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Source trees of directories and of texts, through the gate like any other. */
public final class Trees {
    private Trees() {}

    /** The tree of {@code src/test/resources/sources/<name>}. */
    public static SourceTree ofSources(String name) {
        return of(Path.of("src/test/resources/sources", name));
    }

    public static SourceTree of(Path directory) {
        try {
            Path zip = Files.createTempFile("tree", ".zip");
            ZipOfDirectory.write(directory, zip);
            try (CheckedArchive archive = (CheckedArchive) ArchiveGate.standard().open(zip)) {
                return SourceTree.open(archive);
            } finally {
                Files.delete(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SourceTree ofText(String path, String text) {
        return of(Map.of(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    public static SourceTree of(Map<String, byte[]> files) {
        try {
            Path directory = Files.createTempDirectory("tree");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            SourceTree tree = of(directory);
            delete(directory);
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

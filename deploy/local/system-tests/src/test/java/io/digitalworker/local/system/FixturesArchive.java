package io.digitalworker.local.system;

import io.digitalworker.archive.ZipOfDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source trees of all fixtures of the facts library as one archive, each in a folder of its name. */
final class FixturesArchive {
    private static final String TREE = "tree";

    private final Path fixtures;

    /**
     * @param root of the checkout
     */
    FixturesArchive(Path root) {
        fixtures = root.resolve("generator-service/facts/src/test/resources/fixtures");
    }

    /** Names such as {@code spring/mappings}, sorted. */
    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.walk(fixtures, 3)) {
            return paths.filter(path -> path.endsWith(TREE) && Files.isDirectory(path))
                    .map(tree -> fixtures.relativize(tree.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param directory an empty one, in which the archive is put together
     */
    byte[] zip(Path directory) throws IOException {
        Path sources = directory.resolve("sources");
        for (String name : names()) {
            copy(fixtures.resolve(name).resolve(TREE), sources.resolve(name));
        }
        Path zip = directory.resolve("archive.zip");
        ZipOfDirectory.write(sources, zip);
        return Files.readAllBytes(zip);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}

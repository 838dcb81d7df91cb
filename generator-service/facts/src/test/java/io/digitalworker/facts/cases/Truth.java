package io.digitalworker.facts.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of what is true of a case.
 *
 * @param name such as {@code shop.endpoints}
 * @param source ZIP or directory of the case
 * @param entities whether it is of entities and not of endpoints
 */
record Truth(String name, Path file, Path source, boolean entities) {
    /** Of all cases that are there, by name. */
    static List<Truth> all(Path truths, Path cases) throws IOException {
        try (Stream<Path> files = Files.list(truths)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".txt"))
                    .sorted()
                    .map(file -> of(file, cases))
                    .filter(truth -> Files.exists(truth.source))
                    .toList();
        }
    }

    private static Truth of(Path file, Path cases) {
        String name = file.getFileName().toString().replaceFirst("\\.txt$", "");
        String known = name.substring(0, Math.max(0, name.indexOf('.')));
        Path zip = cases.resolve(known + ".zip");
        Path source = Files.exists(zip) ? zip : cases.resolve(known.isEmpty() ? "?" : known);
        return new Truth(name, file, source, name.endsWith(".entities"));
    }

    Path scorer() {
        return file.resolveSibling("score.py");
    }
}

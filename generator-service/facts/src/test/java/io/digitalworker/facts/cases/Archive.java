package io.digitalworker.facts.cases;

import io.digitalworker.facts.Facts;
import io.digitalworker.facts.FactsJson;
import io.digitalworker.facts.Trees;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a case by path, in the order in which they are to stand in its archive.
 *
 * @param files must not be changed
 */
record Archive(Map<String, byte[]> files) {
    private static final String SHA = "0".repeat(64);

    /** A ZIP or a directory. */
    static Archive read(Path path) throws IOException {
        return new Archive(Files.isDirectory(path) ? ofDirectory(path) : ofZip(path));
    }

    private static Map<String, byte[]> ofZip(Path zip) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return files;
    }

    private static Map<String, byte[]> ofDirectory(Path directory) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                String path = directory.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".git/")) {
                    files.put(path, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    byte[] factsJson() {
        try {
            SourceTree tree = Trees.zipped(files);
            return FactsJson.write(Facts.of(SHA, tree, Inventory.of(tree)));
        } catch (UncheckedIOException e) {
            throw new AssertionError("the archive cannot be read", e);
        }
    }
}

package io.digitalworker.facts;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.GateResult;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Source trees of directories and of texts, through the gate like any other. */
public final class Trees {
    private Trees() {}

    /** The tree of {@code src/test/resources/sources/<name>}. */
    public static SourceTree ofSources(String name) {
        return of(Path.of("src/test/resources/sources", name));
    }

    public static SourceTree of(Path directory) {
        return ofZip(zip -> ZipOfDirectory.write(directory, zip));
    }

    /** As {@link #of(Path)}, from an archive whose entries stand in an order that the seed decides. */
    public static SourceTree shuffled(Path directory, long seed) {
        return ofZip(zip -> writeShuffled(directory, zip, new Random(seed)));
    }

    private static void writeShuffled(Path directory, Path zip, Random random) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> paths = Files.walk(directory)) {
            List<Path> files =
                    new ArrayList<>(paths.filter(Files::isRegularFile).sorted().toList());
            Collections.shuffle(files, random);
            for (Path file : files) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                out.putNextEntry(new ZipEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    /** The tree of an archive with these entries, in their order. */
    public static SourceTree zipped(Map<String, byte[]> files) {
        return ofZip(
                zip -> {
                    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                        out.setLevel(0); // or the gate refuses what compresses too well
                        for (Map.Entry<String, byte[]> file : files.entrySet()) {
                            out.putNextEntry(new ZipEntry(file.getKey()));
                            out.write(file.getValue());
                            out.closeEntry();
                        }
                    }
                });
    }

    private interface ZipMaker {
        void write(Path zip) throws IOException;
    }

    private static SourceTree ofZip(ZipMaker maker) {
        try {
            Path zip = Files.createTempFile("tree", ".zip");
            maker.write(zip);
            try (CheckedArchive archive = admitted(ArchiveGate.standard().open(zip))) {
                return SourceTree.open(archive);
            } finally {
                Files.delete(zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckedArchive admitted(GateResult result) {
        if (result instanceof CheckedArchive archive) {
            return archive;
        }
        throw new AssertionError("the gate refuses the archive: " + result);
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

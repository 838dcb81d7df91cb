package io.digitalworker.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes an archive that the gate lets in from a directory. Equal directories give equal bytes: files
 * are sorted by path, times are fixed, empty directories are left out.
 */
public final class ZipOfDirectory {
    /** Java writes the format's earliest time, 1980-01-01, with a field that tells the time zone. */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ZipOfDirectory() {}

    /**
     * Zips a directory into a file outside it, which is replaced if it exists.
     *
     * @throws IOException if something cannot be read or written, or is neither file nor directory
     *     (symbolic links are not followed)
     */
    public static void write(Path directory, Path zip) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            write(directory, out);
        }
    }

    /** As {@link #write(Path, Path)}; the stream stays open. */
    public static void write(Path directory, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (String path : sortedFiles(directory)) {
            ZipEntry entry = new ZipEntry(path);
            entry.setTimeLocal(FIXED_TIME);
            zip.putNextEntry(entry);
            Files.copy(directory.resolve(path), zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static List<String> sortedFiles(Path directory) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(slashed(directory.relativize(path)));
                } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException(path + " is neither a file nor a directory");
                }
            }
        }
        files.sort(PathOrder.BYTES);
        return files;
    }

    private static String slashed(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}

package io.digitalworker.document.publication;

import io.digitalworker.api.Artifact;
import io.digitalworker.document.rendering.RenderedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All files in one ZIP, with one fixed time, so that equal files give equal bytes. */
final class Bundle {
    /** Not the very first that a ZIP can say: for that the JDK also writes a time with its zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Bundle() {}

    static RenderedFile of(List<RenderedFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * 1024);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (RenderedFile file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(file.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a ZIP in memory cannot be written", e);
        }
        return new RenderedFile(Artifact.BUNDLE, "application/zip", bytes.toByteArray());
    }
}

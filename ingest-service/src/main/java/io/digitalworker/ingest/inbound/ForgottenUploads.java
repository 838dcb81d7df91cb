package io.digitalworker.ingest.inbound;

import io.digitalworker.runtime.DuePasses;
import io.digitalworker.runtime.RealTime;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * An upload goes with its request. What a process that was killed left on disk is source code all the
 * same, and goes here.
 */
@Singleton
final class ForgottenUploads {
    /** No request takes that long without a byte. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Path directory;
    private final DuePasses passes;
    private final RealTime realTime;

    ForgottenUploads(
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") String directory,
            DuePasses passes,
            RealTime realTime) {
        this.directory = Path.of(directory);
        this.passes = passes;
        this.realTime = realTime;
    }

    void start(@Observes StartupEvent event) {
        // file times are the machine's, whatever offset the services' clock has
        passes.every(
                "forgotten uploads",
                PAUSE,
                () -> delete(directory, realTime.clock().instant().minus(FORGOTTEN_AFTER)));
    }

    /** Deletes the files of a directory that were last written before then. */
    static void delete(Path directory, Instant then) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> uploads = files.filter(Files::isRegularFile).toList();
            for (Path upload : uploads) {
                deleteIfOlder(upload, then);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteIfOlder(Path upload, Instant then) throws IOException {
        // its request may end, and delete it, at any moment
        if (Files.exists(upload) && Files.getLastModifiedTime(upload).toInstant().isBefore(then)) {
            Files.deleteIfExists(upload);
        }
    }
}

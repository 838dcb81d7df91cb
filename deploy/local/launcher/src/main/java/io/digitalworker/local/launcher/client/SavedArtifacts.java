package io.digitalworker.local.launcher.client;

import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.ArtifactView;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;

/**
 * Downloads a finished job's files to {@code <out>/<jobId>/} and checks each against its hash. What stands
 * under a name is always the whole file: an interrupted or wrong download leaves none.
 */
public final class SavedArtifacts {
    private final FactoryClient client;
    private final Path out;

    public SavedArtifacts(FactoryClient client, Path out) {
        this.client = client;
        this.out = out;
    }

    /** Saves all, and returns the directory. */
    public Path save(JobStatusView job) throws IOException {
        return save(job, job.artifacts());
    }

    /** Saves some, and returns the directory. */
    public Path save(JobStatusView job, Collection<ArtifactView> wanted) throws IOException {
        Path directory = inside(out.toAbsolutePath().normalize(), job.jobId());
        Files.createDirectories(directory);
        for (ArtifactView artifact : wanted) {
            save(artifact, inside(directory, artifact.name()));
        }
        return directory;
    }

    private void save(ArtifactView artifact, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), ".download-", ".part");
        try {
            client.download(URI.create(artifact.url()), part);
            if (!Sha256.of(part).equals(artifact.sha256())) {
                throw new IOException(
                        Printable.of(artifact.name())
                                + " does not have the hash of its job, and was not kept. Download"
                                + " it again.");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path inside(Path directory, String name) throws IOException {
        try {
            Path file = directory.resolve(name).normalize();
            if (file.startsWith(directory) && !file.equals(directory)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IOException("A name cannot be that of a file here: " + Printable.of(name), e);
        }
        throw new IOException("A name leads out of " + directory + ": " + Printable.of(name));
    }
}

package io.digitalworker.local.launcher;

import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.ArtifactView;
import io.digitalworker.local.launcher.client.FactoryClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Downloads a finished job's files to {@code <out>/<jobId>/} and checks each against its hash. */
final class SavedArtifacts {
    private final FactoryClient client;
    private final Path out;

    SavedArtifacts(FactoryClient client, Path out) {
        this.client = client;
        this.out = out;
    }

    /** Returns the directory. */
    Path save(JobStatusView job) throws IOException {
        Path directory = Files.createDirectories(out.resolve(job.jobId())).toAbsolutePath();
        for (ArtifactView artifact : job.artifacts()) {
            Path file = directory.resolve(artifact.name()).normalize();
            if (!file.startsWith(directory)) {
                throw new IOException("An artifact's name leads out of " + directory);
            }
            Files.createDirectories(file.getParent());
            client.download(URI.create(artifact.url()), file);
            if (!sha256(file).equals(artifact.sha256())) {
                throw new IOException(artifact.name() + " does not have the hash of its job");
            }
        }
        return directory;
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

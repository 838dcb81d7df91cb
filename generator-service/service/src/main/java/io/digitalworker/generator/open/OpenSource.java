package io.digitalworker.generator.open;

import io.digitalworker.api.Descriptor;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.ObjectRef;
import io.digitalworker.api.Options;
import io.digitalworker.api.RevisionRecord;
import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.GateResult;
import io.digitalworker.archive.Refusal;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.generator.objects.ObjectStore;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.RevisionOf;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what a job was submitted with and checks all of it again: ingest may be of another version,
 * and the bucket may have been written to by others.
 */
@Singleton
public final class OpenSource {
    private final ObjectStore objects;
    private final ArchiveGate gate = ArchiveGate.standard();

    public OpenSource(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * The source of a job; its archive, if it has one, is a file of {@code directory}.
     *
     * @throws IOException if an object is not the one that was submitted, or the disk fails
     */
    public OpenResult open(Job job, Path directory) throws IOException {
        Path archive = directory.resolve("archive.zip");
        Path descriptor = directory.resolve("descriptor.json");
        Path options = directory.resolve("options.json");
        Path existing = directory.resolve("existing.md");
        Path revision = directory.resolve("revision.json");
        boolean complete =
                fetch(job.descriptor(), descriptor)
                        && fetch(job.options(), options)
                        && fetchIfAny(job.existing(), existing)
                        && fetchIfAny(job.archive(), archive)
                        && fetchIfAny(asked(job), revision);
        if (!complete) {
            return new OpenResult.Refused(ErrorCode.INPUT_MISSING);
        }
        try {
            Descriptor described = SubmittedJson.descriptor(descriptor);
            Options wanted = SubmittedJson.options(options);
            Optional<ExistingDocument> kept = ExistingMarkdown.read(existing, wanted);
            return open(archive, described, wanted, kept, SubmittedJson.revision(revision));
        } catch (Unusable e) {
            return new OpenResult.Refused(e.code());
        }
    }

    private OpenResult open(
            Path archive,
            Descriptor descriptor,
            Options options,
            Optional<ExistingDocument> existing,
            Optional<RevisionRecord> revision)
            throws IOException {
        if (!Files.exists(archive)) {
            return options.needsArchive()
                    ? new OpenResult.Refused(ErrorCode.ARCHIVE_MISSING)
                    : new Source(Optional.empty(), descriptor, options, existing, revision);
        }
        GateResult result = gate.open(archive);
        if (result instanceof Refusal refusal) {
            return new OpenResult.Refused(refusal.code());
        }
        return new Source(
                Optional.of((CheckedArchive) result), descriptor, options, existing, revision);
    }

    private static @Nullable ObjectRef asked(Job job) {
        RevisionOf revises = job.revises();
        return revises == null ? null : revises.revision();
    }

    private boolean fetchIfAny(@Nullable ObjectRef object, Path file) throws IOException {
        return object == null || fetch(object, file);
    }

    private boolean fetch(ObjectRef object, Path file) throws IOException {
        if (!objects.fetch(object, file)) {
            return false;
        }
        if (!sha256(file).equals(object.sha256())) {
            throw new SourceDiffers(object.key());
        }
        return true;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = newSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

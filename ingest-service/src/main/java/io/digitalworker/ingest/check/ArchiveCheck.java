package io.digitalworker.ingest.check;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.GateResult;
import io.digitalworker.archive.Refusal;
import io.digitalworker.ingest.ArchiveSource;
import io.digitalworker.ingest.key.ContentDigest;
import io.digitalworker.ledger.Upload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes an archive through the gate, sent with the request or uploaded before. */
@Singleton
public final class ArchiveCheck {
    private static final String NONE = "0".repeat(64);

    private final ArchiveGate gate = ArchiveGate.standard();
    private final UploadCheck uploads;

    ArchiveCheck(UploadCheck uploads) {
        this.uploads = uploads;
    }

    Checked<CheckedArchiveFile> check(ArchiveSource source, String principal) {
        return source instanceof ArchiveSource.Sent sent
                ? throughGate(sent.file(), Optional.empty())
                : uploads.usable(((ArchiveSource.Uploaded) source).uploadId(), principal)
                        .then(this::checkUploaded);
    }

    /** An upload that was made by whoever may submit it. A file that is refused does not stay. */
    public Checked<CheckedArchiveFile> checkUploaded(Upload upload) {
        return uploads.fetch(upload)
                .then(
                        fetched -> {
                            Path file = fetched.file();
                            boolean sound = false;
                            try {
                                var checked = throughGate(file, Optional.of(fetched.object()));
                                sound = checked instanceof Checked.Sound<CheckedArchiveFile>;
                                return checked;
                            } finally {
                                if (!sound) {
                                    delete(file);
                                }
                            }
                        });
    }

    /** An upload may be gone by now; what was announced is still known. */
    String sha256(ArchiveSource source, String principal) {
        return source instanceof ArchiveSource.Sent sent
                ? ContentDigest.ofFile(sent.file())
                : uploads.announced(((ArchiveSource.Uploaded) source).uploadId(), principal)
                        .map(upload -> upload.object().sha256())
                        .orElse(NONE);
    }

    private Checked<CheckedArchiveFile> throughGate(Path file, Optional<UploadedObject> uploaded) {
        try {
            GateResult result = gate.open(file);
            if (result instanceof Refusal refusal) {
                return Checked.faulty(refusal.code(), "archive", refusal.detail());
            }
            try (CheckedArchive archive = (CheckedArchive) result) {
                return new Checked.Sound<>(
                        new CheckedArchiveFile(file, archive.sha256(), archive.bytes(), uploaded));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

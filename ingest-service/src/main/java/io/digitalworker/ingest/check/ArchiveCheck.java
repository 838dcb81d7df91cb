package io.digitalworker.ingest.check;

import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.GateResult;
import io.digitalworker.archive.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Takes an uploaded file through the gate. */
@Singleton
final class ArchiveCheck {
    private final ArchiveGate gate = ArchiveGate.standard();

    Checked<CheckedArchiveFile> check(Path file) {
        try {
            GateResult result = gate.open(file);
            if (result instanceof Refusal refusal) {
                return Checked.faulty(refusal.code(), "archive", refusal.detail());
            }
            try (CheckedArchive archive = (CheckedArchive) result) {
                return new Checked.Sound<>(
                        new CheckedArchiveFile(file, archive.sha256(), archive.bytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

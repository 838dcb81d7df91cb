package io.digitalworker.ingest.inbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class ForgottenUploadsTest {
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir Path directory;

    @Test
    void deletesWhatIsOldAndLeavesWhatIsBeingWritten() throws IOException {
        Path old = upload("old", THEN.minusSeconds(1));
        Path fresh = upload("fresh", THEN.plusSeconds(1));

        ForgottenUploads.delete(directory, THEN);

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void hasNothingToDoBeforeTheFirstUpload() {
        assertThatCode(() -> ForgottenUploads.delete(directory.resolve("none"), THEN))
                .doesNotThrowAnyException();
    }

    private Path upload(String name, Instant written) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "source");
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }
}

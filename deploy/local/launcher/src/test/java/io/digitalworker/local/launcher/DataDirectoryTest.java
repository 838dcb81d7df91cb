package io.digitalworker.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DataDirectoryTest {
    @TempDir Path directory;

    @Test
    void aTemporaryOneGoesWithAllThatIsInIt() throws IOException {
        Path data = Files.createDirectories(directory.resolve("data/cloud"));
        Files.writeString(data.resolve("state"), "x");

        new DataDirectory(directory.resolve("data"), false).discard();

        assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void oneThatWasAskedForStays() throws IOException {
        InstallationOptions options = new InstallationOptions();
        options.data = directory.resolve("kept");

        options.openData().discard();

        assertThat(options.data).isDirectory();
    }

    @Test
    void withoutAWishItIsTemporary() throws IOException {
        DataDirectory data = new InstallationOptions().openData();

        assertThat(data.kept()).isFalse();
        data.discard();
        assertThat(data.path()).doesNotExist();
    }
}

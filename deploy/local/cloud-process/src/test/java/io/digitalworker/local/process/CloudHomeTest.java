package io.digitalworker.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CloudHomeTest {
    @TempDir Path directory;

    @Test
    void findsTheBuiltCloudAboveTheWorkingDirectory() throws IOException {
        Path target = directory.resolve("deploy/local/cloud/target");
        Files.createDirectories(target.resolve("classes"));
        Files.createDirectories(target.resolve("lib"));
        Path deep = Files.createDirectories(directory.resolve("a/b"));
        assertThat(CloudHome.classPath(null, deep))
                .isEqualTo(
                        target.resolve("classes")
                                + File.pathSeparator
                                + target.resolve("lib").resolve("*"));
    }

    @Test
    void takesTheConfiguredHomeFirst() throws IOException {
        Files.createDirectories(directory.resolve("classes"));
        Files.createDirectories(directory.resolve("lib"));
        assertThat(CloudHome.classPath(directory.toString(), Path.of("/")))
                .startsWith(directory.resolve("classes").toString());
    }

    @Test
    void saysWhatToDoIfNothingIsBuilt() {
        assertThatThrownBy(() -> CloudHome.classPath(null, directory))
                .hasMessageContaining("build deploy/local/cloud");
        assertThatThrownBy(() -> CloudHome.classPath(directory.toString(), directory))
                .hasMessageContaining("classes and lib are expected");
    }
}

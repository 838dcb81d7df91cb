package io.digitalworker.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ZipOfDirectoryTest {
    @TempDir Path directory;

    @Test
    void isLetInByTheGate() throws IOException {
        Path example = example("example");
        Path zip = directory.resolve("example.zip");

        ZipOfDirectory.write(example, zip);

        assertThat(Gate.contents(Files.readAllBytes(zip)))
                .isEqualTo(Map.of("a.txt", "x", "src/Größe.java", "class Größe {}", "src-b", ""));
    }

    @Test
    void isTheSameForEqualDirectoriesAnywhereAtAnyTime() throws IOException {
        byte[] first = zipped(example("one"));
        Path other = example("other");
        Files.setLastModifiedTime(other.resolve("a.txt"), FileTime.fromMillis(1));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(zipped(other)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void followsNoLink() throws IOException {
        Path example = example("linked");
        Files.createSymbolicLink(example.resolve("link"), directory);

        assertThatThrownBy(() -> zipped(example))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither a file nor a directory");
    }

    private Path example(String name) throws IOException {
        Path root = directory.resolve(name);
        Files.createDirectories(root.resolve("src"));
        Files.createDirectories(root.resolve("empty"));
        Files.writeString(root.resolve("src/Größe.java"), "class Größe {}");
        Files.writeString(root.resolve("src-b"), "");
        Files.writeString(root.resolve("a.txt"), "x");
        return root;
    }

    private static byte[] zipped(Path directory) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ZipOfDirectory.write(directory, bytes);
        return bytes.toByteArray();
    }
}

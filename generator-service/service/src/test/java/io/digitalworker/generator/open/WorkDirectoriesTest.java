package io.digitalworker.generator.open;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WorkDirectoriesTest {
    @TempDir Path base;

    @Test
    void removesTheFilesOfAJobWhenItIsOver() throws IOException {
        WorkDirectories directories = opened("us", "job");
        Path path;
        try (WorkDirectory work = directories.make()) {
            path = work.path();
            Files.writeString(Files.createDirectory(path.resolve("sub")).resolve("a.txt"), "text");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .as("nobody else reads a customer's source")
                    .isEqualTo("rwx------");
        }
        assertThat(path).doesNotExist();
        directories.close();
    }

    @Test
    void removesEverythingWhenTheProcessEnds() throws IOException {
        WorkDirectories directories = opened("us", "job");
        Files.writeString(directories.make().path().resolve("archive.zip"), "PK");

        directories.close();

        assertThat(contents()).isEmpty();
    }

    @Test
    void removesWhatKilledProcessesHaveLeftBehind() throws IOException {
        Files.createFile(base.resolve("dead.lock"));
        Files.createDirectories(base.resolve("dead/job"));
        Files.writeString(base.resolve("dead/job/archive.zip"), "PK");

        WorkDirectories directories = opened("us");

        assertThat(contents()).as("only our own stays").containsExactly("us", "us.lock");
        directories.close();
    }

    @Test
    void leavesAloneWhatALivingProcessUses() throws IOException {
        WorkDirectories other = opened("other", "job");
        Path inUse = other.make().path();

        WorkDirectories directories = opened("us");

        assertThat(inUse).as("its owner holds the lock").exists();
        directories.close();
        other.close();
    }

    @Test
    void refusesToStartWithoutAPlaceForFiles() throws IOException {
        Path file = Files.createFile(base.resolve("file"));
        WorkDirectories directories = new WorkDirectories(file, () -> "us");

        Assertions.assertThatThrownBy(directories::open)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no work directory under");
    }

    private WorkDirectories opened(String... names) {
        Iterator<String> next = List.of(names).iterator();
        WorkDirectories directories = new WorkDirectories(base, next::next);
        directories.open();
        return directories;
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> files = Files.list(base)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

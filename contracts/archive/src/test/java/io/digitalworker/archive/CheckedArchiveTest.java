package io.digitalworker.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.digitalworker.archive.RawEntry.deflated;
import static io.digitalworker.archive.RawEntry.directory;
import static io.digitalworker.archive.RawEntry.stored;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckedArchiveTest {
    @TempDir Path directory;

    @Test
    void givesFilesByTheBytesOfTheirPaths() throws IOException {
        RawZip zip =
                RawZip.of(
                        stored("\uD83D\uDE00", ""),
                        stored("\uFF21", ""),
                        stored("b", ""),
                        directory("a/"),
                        stored("a/z", ""),
                        stored("a-b", ""),
                        stored("Z", ""));

        assertThat(Gate.contents(zip).keySet())
                .containsExactly("Z", "a-b", "a/z", "b", "\uFF21", "\uD83D\uDE00");
        assertThat(Gate.contents(zip.directoryBackwards()).keySet())
                .as("the order in the archive does not show")
                .containsExactly("Z", "a-b", "a/z", "b", "\uFF21", "\uD83D\uDE00");
    }

    @Test
    void knowsSizeAndHashOfTheWholeFile() throws Exception {
        byte[] bytes = RawZip.of(stored("a", SampleBytes.random(200_000))).toBytes();
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));

        try (CheckedArchive archive = Gate.accepted(bytes)) {
            assertThat(archive.bytes()).isEqualTo(bytes.length);
            assertThat(archive.sha256()).isEqualTo(expected);
            assertThat(archive.entries()).containsExactly(new CheckedEntry("a", 200_000));
        }
    }

    @Test
    void refusesToReadAnEntryOfAnotherArchive() throws IOException {
        try (CheckedArchive archive = Gate.accepted(RawZip.of(stored("a", "x")).toBytes())) {
            for (CheckedEntry foreign :
                    List.of(new CheckedEntry("b", 1), new CheckedEntry("a", 2))) {
                assertThatThrownBy(() -> archive.read(foreign))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void noticesThatTheFileChangedAfterTheCheck() throws IOException {
        byte[] bytes = RawZip.of(stored("a", "content")).toBytes();
        Path file = Files.write(directory.resolve("a.zip"), bytes);
        try (CheckedArchive archive = Gate.accepted(ArchiveGate.standard().open(file))) {
            bytes[LocalHeader.SIZE + 1] ^= 1;
            Files.write(file, bytes);

            assertThatThrownBy(() -> archive.read(archive.entries().get(0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void noticesThatTheFileWasCutAfterTheCheck() throws IOException {
        Path file = directory.resolve("a.zip");
        Files.write(file, RawZip.of(stored("a", "content")).toBytes());
        try (CheckedArchive archive = Gate.accepted(ArchiveGate.standard().open(file))) {
            Files.write(file, new byte[LocalHeader.SIZE + 3]);

            assertThatThrownBy(() -> archive.read(archive.entries().get(0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("shorter");
        }
    }

    @Test
    void isReadByManyThreadsAtOnce() throws IOException {
        RawZip zip = RawZip.of();
        for (int i = 0; i < 200; i++) {
            zip.add(deflated("f" + i, ("content of " + i + " ").repeat(500)));
        }
        try (CheckedArchive archive = Gate.accepted(zip.toBytes())) {
            assertThat(archive.entries().parallelStream().map(entry -> startOf(archive, entry)))
                    .containsExactlyElementsOf(
                            archive.entries().stream()
                                    .map(entry -> "content of " + entry.path().substring(1))
                                    .toList());
        }
    }

    @Test
    void cannotBeReadOnceClosed() throws IOException {
        CheckedArchive archive = Gate.accepted(RawZip.of(stored("a", "x")).toBytes());
        archive.close();

        assertThatThrownBy(() -> archive.read(new CheckedEntry("a", 1)))
                .isInstanceOf(IOException.class);
    }

    private static String startOf(CheckedArchive archive, CheckedEntry entry) {
        try {
            String text = new String(archive.read(entry), UTF_8);
            return text.substring(0, text.indexOf(' ', "content of ".length()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

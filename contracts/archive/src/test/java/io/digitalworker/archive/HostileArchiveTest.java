package io.digitalworker.archive;

import io.digitalworker.api.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HostileArchiveTest {
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @TempDir Path directory;

    static List<HostileArchive> corpus() {
        return Corpus.ofHostileArchives();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void refusesWithItsOwnCodeAndInTime(HostileArchive archive) throws IOException {
        Path zip = Files.write(directory.resolve("archive.zip"), archive.bytes().get());

        CpuTime time = CpuTime.start();
        GateResult result = ArchiveGate.standard().open(zip);
        Duration taken = time.taken();

        assertThat(result).as(archive.name()).isInstanceOf(Refusal.class);
        Refusal refusal = (Refusal) result;
        assertThat(refusal.code()).as(refusal.detail()).isEqualTo(archive.expected());
        assertThat(refusal.detail())
                .as("shows nothing of the archive")
                .isNotBlank()
                .doesNotContain(HostileArchive.PLANTED);
        assertThat(taken).as("time to refuse it").isLessThan(PROMISED);
        assertThat(filesIn(directory)).as("files after it").containsExactly(zip);
    }

    @Test
    void eachCodeOfAnArchiveHasARow() {
        assertThat(corpus().stream().map(HostileArchive::expected).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values())
                                .filter(code -> code.name().startsWith("ARCHIVE_"))
                                .filter(
                                        code ->
                                                code
                                                        != io.digitalworker.api.ErrorCode
                                                                .ARCHIVE_MISSING)
                                .toList());
    }

    @Test
    void rowsHaveNamesOfTheirOwn() {
        assertThat(corpus()).extracting(HostileArchive::name).doesNotHaveDuplicates();
    }

    /** Else the corpus would show only that nonsense is refused. */
    @Test
    void bombsThatShareDataAreSuchThatAnOrdinaryReaderUnpacksThem() throws IOException {
        Path zip = Files.write(directory.resolve("bomb"), HostileBombs.quoting(50).toBytes());

        try (ZipFile reader = new ZipFile(zip.toFile());
                InputStream content = reader.getInputStream(reader.getEntry("planted49"))) {
            assertThat(content.transferTo(OutputStream.nullOutputStream()))
                    .as("bytes of the largest of 50 files in " + Files.size(zip) + " bytes")
                    .isGreaterThan(300_000);
            assertThat(reader.size()).isEqualTo(50);
        }
    }

    @Test
    void saysWhichEntryIsAtFault() throws IOException {
        byte[] zip = RawZip.of(RawEntry.stored("a", "x"), RawEntry.stored("../b", "y")).toBytes();

        GateResult result = ArchiveGate.standard().open(Files.write(directory.resolve("z"), zip));

        assertThat(((Refusal) result).detail()).startsWith("entry 2 of 2: ");
    }

    @Test
    void reportsAFileThatCannotBeReadAsSuch() {
        assertThatThrownBy(() -> ArchiveGate.standard().open(directory.resolve("absent.zip")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesATextThatOnlyTalksOfArchives() throws IOException {
        Path text = Files.write(directory.resolve("t"), "PK\3\4 is how they begin".getBytes(UTF_8));

        assertThat(ArchiveGate.standard().open(text)).isInstanceOf(Refusal.class);
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}

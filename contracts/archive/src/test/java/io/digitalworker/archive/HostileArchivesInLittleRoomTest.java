package io.digitalworker.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole corpus in one process whose heap is small and whose memory is measured, and which lives in
 * directories of its own that are looked through afterwards.
 */
class HostileArchivesInLittleRoomTest {
    private static final long PROMISED_KB = 256 * 1024;
    private static final long PROMISED_MILLIS = 2_000;

    @TempDir Path room;

    @Test
    void refusesAllWithin256MegabytesAndWritesNothingAnywhere() throws Exception {
        Path archives = Files.createDirectories(room.resolve("a/b/archives"));
        Path work = Files.createDirectories(room.resolve("a/b/work"));
        List<HostileArchive> corpus = Corpus.ofHostileArchives();
        for (int i = 0; i < corpus.size(); i++) {
            Files.write(archives.resolve(file(i)), corpus.get(i).bytes().get());
        }
        TreeMap<String, String> before = everythingIn(room);

        List<String> lines = gateProcess(archives, work);

        assertThat(lines).as("a line for each archive and the peak").hasSize(corpus.size() + 1);
        for (int i = 0; i < corpus.size(); i++) {
            String[] line = lines.get(i).split(" ");
            assertThat(line[0]).isEqualTo(file(i));
            assertThat(line[1]).as(corpus.get(i).name()).isEqualTo(corpus.get(i).expected().name());
            assertThat(Long.parseLong(line[2]))
                    .as("milliseconds of processor time for: " + corpus.get(i).name())
                    .isLessThan(PROMISED_MILLIS);
        }
        assertThat(Long.parseLong(lines.get(corpus.size()).split(" ")[1]))
                .as("kB that the process held at most, heap and all")
                .isLessThan(PROMISED_KB);
        assertThat(everythingIn(room)).as("files after it").isEqualTo(before);
        for (String absolute : List.of("/etc/planted", "/planted", "/server/planted")) {
            assertThat(Path.of(absolute)).doesNotExist();
        }
    }

    private static String file(int row) {
        return String.format("%04d.zip", row);
    }

    private static List<String> gateProcess(Path archives, Path work) throws Exception {
        ProcessBuilder java =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.io.tmpdir=" + work,
                        "-Duser.home=" + work,
                        "-cp",
                        System.getProperty("java.class.path"),
                        GateProcess.class.getName(),
                        archives.toString());
        Process process = java.directory(work.toFile()).redirectErrorStream(true).start();
        try {
            List<String> lines =
                    new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
            assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Path to size and time of every file and directory. */
    private static TreeMap<String, String> everythingIn(Path directory) throws IOException {
        TreeMap<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                String state = Files.isDirectory(path) ? "directory" : "" + Files.size(path);
                found.put(path.toString(), state + " " + Files.getLastModifiedTime(path));
            }
        }
        return found;
    }
}

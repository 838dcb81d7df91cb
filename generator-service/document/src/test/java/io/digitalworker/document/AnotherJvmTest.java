package io.digitalworker.document;

import io.digitalworker.document.rendering.RenderedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Equal bytes in another process: the order of the JDK's immutable maps and sets differs from one JVM to
 * the next, which no repetition within one shows.
 */
class AnotherJvmTest {
    /** Prints name and hash of each artifact of the example. */
    public static void main(String[] args) {
        hashes().forEach(System.out::println);
    }

    private static List<String> hashes() {
        return Sample.example().artifacts().files().stream().map(AnotherJvmTest::hash).toList();
    }

    private static String hash(RenderedFile file) {
        return file.name() + " " + file.sha256();
    }

    @Test
    void equalInputGivesEqualBytesInEveryProcess() throws IOException {
        List<String> own = hashes();
        for (int i = 0; i < 3; i++) {
            assertThat(elsewhere()).as("artifacts of another JVM").isEqualTo(own);
        }
    }

    private static List<String> elsewhere() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AnotherJvmTest.class.getName())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.collect(Collectors.toList());
        } finally {
            process.destroy();
        }
    }
}

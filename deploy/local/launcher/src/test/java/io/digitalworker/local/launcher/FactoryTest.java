package io.digitalworker.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the program says, in one line, where it does not even start. */
class FactoryTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false, false);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir Path directory;

    @Test
    void refusesAnArchiveWithoutADescriptor() {
        assertThat(run("demo", "shop.zip")).isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).isEqualTo("Name the descriptor too: ARCHIVE DESCRIPTOR\n");
    }

    @Test
    void refusesFilesThatAreNotThere() {
        assertThat(run("demo", "no-such.zip", "no-such.json")).isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).isEqualTo("There is no readable no-such.zip\n");
    }

    @Test
    void namesThePortThatIsBusyAndSaysWhatToDo() throws IOException {
        Path archive = Files.writeString(directory.resolve("a.zip"), "x");
        Path descriptor = Files.writeString(directory.resolve("d.json"), "{}");
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = Math.min(busy.getLocalPort(), 65_528);
            int exit =
                    run(
                            "demo",
                            archive.toString(),
                            descriptor.toString(),
                            "--base-port",
                            Integer.toString(base));
            assertThat(exit).isEqualTo(Factory.NOT_STARTED);
            assertThat(said()).contains(busy.getLocalPort() + " is in use").contains("--base-port");
            assertThat(said().lines()).as("one clear line").hasSize(1);
        }
    }

    @Test
    void refusesAPortThatCannotBe() {
        assertThat(run("up", "--base-port", "65535")).isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).contains("base port");
    }

    @Test
    void explainsWrongUsageWithItsOwnExitCode() {
        assertThat(run("demolish")).as("picocli's code for usage").isEqualTo(2);
        assertThat(run("bench")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void factsWritesJsonAndNothingElse() throws IOException {
        Files.writeString(directory.resolve("A.cs"), "class A {}\n");
        assertThat(run("facts", directory.toString())).isZero();
        assertThat(said()).isEmpty();
        JsonNode json = new ObjectMapper().readTree(out.toByteArray());
        assertThat(json.at("/types/0/name").asText()).isEqualTo("A");
        assertThat(json.at("/archive/sha256").asText()).hasSize(64);
    }

    @Test
    void factsOfADirectoryAreThoseOfItsArchive() throws IOException {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Files.writeString(sources.resolve("A.cs"), "class A {}\n");
        run("facts", sources.toString());
        String ofDirectory = out.toString(StandardCharsets.UTF_8);
        out.reset();
        Path zip = directory.resolve("a.zip");
        ZipOfDirectory.write(sources, zip);
        run("facts", zip.toString());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(ofDirectory);
    }

    @Test
    void factsOfWhatIsNoArchiveAreRefusedWithoutOutput() throws IOException {
        Path archive = Files.writeString(directory.resolve("a.zip"), "x");
        assertThat(run("facts", archive.toString())).isEqualTo(Factory.FAILED);
        assertThat(said()).startsWith("ARCHIVE_NOT_ZIP (1 bytes): ").hasLineCount(1);
        assertThat(run("facts", "no-such.zip")).isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).endsWith("There is no readable no-such.zip\n");
        assertThat(run("facts")).as("picocli's code for usage").isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void documentsWritesAllArtifactsAndStartsNothing() throws IOException {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Files.writeString(sources.resolve("A.cs"), "class A {}\n");
        Path descriptor =
                Files.writeString(
                        directory.resolve("descriptor.json"),
                        "{\"moduleName\": \"A\", \"version\": \"1\", \"features\":"
                                + " [{\"id\": \"A-1\", \"description\": \"There is a class.\"}]}");
        Path files = directory.resolve("files");
        assertThat(
                        run(
                                "documents",
                                sources.toString(),
                                descriptor.toString(),
                                "--out",
                                files.toString(),
                                "--detail",
                                "overview"))
                .isZero();
        assertThat(files).isDirectoryContaining("glob:**/srs.pdf");
        assertThat(files).isDirectoryContaining("glob:**/bundle.zip");
        assertThat(run("documents", "--detail", "endless")).isEqualTo(Factory.NOT_STARTED);
    }

    @Test
    void documentsKeepsADocumentInTheScenarioThatDoes() throws IOException {
        Path sources = Files.createDirectory(directory.resolve("sources"));
        Files.writeString(sources.resolve("A.cs"), "class A {}\n");
        Path descriptor =
                Files.writeString(
                        directory.resolve("descriptor.json"),
                        "{\"moduleName\": \"A\", \"version\": \"1\", \"features\":"
                                + " [{\"id\": \"A-1\", \"description\": \"There is a class.\"}]}");
        Path existing =
                Files.writeString(
                        directory.resolve("design.md"), "# A\n\n## Desk\n\nIt opens at nine.\n");
        Path files = directory.resolve("files");
        String[] command = {
            "documents",
            sources.toString(),
            descriptor.toString(),
            "--out",
            files.toString(),
            "--existing",
            existing.toString(),
            "--scenario",
            "hybrid"
        };

        assertThat(run(command)).isZero();

        assertThat(files.resolve("srs.md")).content().contains("It opens at nine.");
        command[8] = "brownfield";
        assertThat(run(command)).isEqualTo(Factory.NOT_STARTED);
        command[8] = "hybrid";
        command[6] = directory.resolve("not-there.md").toString();
        assertThat(run(command)).isEqualTo(Factory.NOT_STARTED);
    }

    @Test
    void benchFactsShowsWhatItMeasuredAndSaysWhatIsNotHere() throws IOException {
        Files.writeString(directory.resolve("A.cs"), "class A {}\n");
        assertThat(run("bench", "facts", "--runs", "1", "--no-growth", directory.toString()))
                .isZero();
        assertThat(said())
                .contains("1 files of code with 1 lines")
                .containsPattern("facts.json, JVM start included +[0-9.]+ s")
                .contains("universal-ctags")
                .contains("npx repomix --compress                   not measured: --repomix");
    }

    private int run(String... args) {
        return Factory.run(console, out, args);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

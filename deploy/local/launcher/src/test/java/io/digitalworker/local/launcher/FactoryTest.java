package io.digitalworker.local.launcher;

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

    @TempDir Path directory;

    @Test
    void refusesAnArchiveWithoutADescriptor() {
        assertThat(Factory.run(console, "demo", "shop.zip")).isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).isEqualTo("Name the descriptor too: ARCHIVE DESCRIPTOR\n");
    }

    @Test
    void refusesFilesThatAreNotThere() {
        assertThat(Factory.run(console, "demo", "no-such.zip", "no-such.json"))
                .isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).isEqualTo("There is no readable no-such.zip\n");
    }

    @Test
    void namesThePortThatIsBusyAndSaysWhatToDo() throws IOException {
        Path archive = Files.writeString(directory.resolve("a.zip"), "x");
        Path descriptor = Files.writeString(directory.resolve("d.json"), "{}");
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = Math.min(busy.getLocalPort(), 65_528);
            int exit =
                    Factory.run(
                            console,
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
        assertThat(Factory.run(console, "up", "--base-port", "65535"))
                .isEqualTo(Factory.NOT_STARTED);
        assertThat(said()).contains("base port");
    }

    @Test
    void explainsWrongUsageWithItsOwnExitCode() {
        assertThat(Factory.run(console, "demolish")).as("picocli's code for usage").isEqualTo(2);
        assertThat(Factory.run(console, "bench")).isEqualTo(2);
        assertThat(Factory.run(console, "--help")).isZero();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}

package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A program of {@code docs/examples} in a JVM of its own, started from its source as the page says. */
final class ExampleProgram implements AutoCloseable {
    private static final String LISTENING = "listening on ";
    private final Process process;
    private final Path said;

    private ExampleProgram(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /** Starts it on a free port and waits until it listens. */
    static ExampleProgram start(
            String source, Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        Path said = directory.resolve(Path.of(source).getFileName() + ".log");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(Home.find().root().resolve(source).toString());
        line.add("0");
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        ExampleProgram program = new ExampleProgram(builder.start(), said);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(program.said()).contains(LISTENING));
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            program.close();
            throw e;
        }
        return program;
    }

    URI address() throws IOException {
        String port =
                said().lines()
                        .filter(line -> line.startsWith(LISTENING))
                        .findFirst()
                        .orElseThrow()
                        .substring(LISTENING.length());
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** All that it has said so far. */
    String said() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

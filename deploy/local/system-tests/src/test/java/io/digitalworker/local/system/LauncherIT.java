package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.local.launcher.installation.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The launcher as a process, as its script starts it. */
class LauncherIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path directory;

    @Test
    void theDemonstrationSavesASpecificationAndLeavesNothingRunning() throws Exception {
        Process factory = factory("demo", "--out", directory.resolve("out").toString());
        try {
            assertThat(factory.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
            assertThat(factory.exitValue()).as(said()).isZero();
        } finally {
            end(factory);
        }
        try (Stream<Path> jobs = Files.list(directory.resolve("out"))) {
            Path job = jobs.findFirst().orElseThrow();
            assertThat(said()).contains("✓ publish").contains(job.toString());
            assertThat(job.resolve("srs.md")).content().contains("FR-GW-1-1");
            assertThat(job.resolve("srs.pdf")).isNotEmptyFile();
        }
    }

    @Test
    void aDemonstrationOnBedrockWithoutCredentialsSaysWhatToDoAndStartsNothing() throws Exception {
        Process factory =
                factory("demo", "--writer", "bedrock", "--model", "eu.example.some-model");
        try {
            assertThat(factory.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as(said()).isTrue();
            assertThat(factory.exitValue()).as(said()).isEqualTo(3);
        } finally {
            end(factory);
        }
        assertThat(said()).contains("no AWS credentials").contains("aws sso login");
        assertThat(said().lines()).as("one clear line: nothing was started").hasSize(1);
    }

    @Test
    void anInstallationThatIsUpIsUsedFromTheTerminal() throws Exception {
        int port = FreePorts.neighbours(8);
        Process up = start("said", "up", "--base-port", Integer.toString(port));
        try {
            childrenOnceReady(up);
            String endpoint = "http://127.0.0.1:" + port;
            Path example = Home.find().example();
            JsonNode job =
                    answered(
                            "submit",
                            example.resolve("plugin").toString(),
                            example.resolve("descriptor.json").toString(),
                            "--out",
                            directory.resolve("saved").toString(),
                            "--endpoint",
                            endpoint);
            String id = job.path("jobId").asText();
            assertThat(job.path("status").asText()).isEqualTo("Succeeded");
            assertThat(directory.resolve("saved").resolve(id).resolve("srs.md"))
                    .content()
                    .contains("FR-GW-1-1");
            assertThat(
                            answered("list", "--endpoint", endpoint)
                                    .path("jobs")
                                    .findValuesAsText("jobId"))
                    .containsExactly(id);
            JsonNode question =
                    answered(
                            "revise",
                            id,
                            "--action",
                            "answer",
                            "--message",
                            "Where are wrapping papers kept?",
                            "--wait",
                            "--endpoint",
                            endpoint);
            assertThat(question.path("basedOn").asText()).isEqualTo(id);
            answered("delete", id, "--yes", "--endpoint", endpoint);
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    answered("status", id, "--endpoint", endpoint)
                                                            .path("artifacts"))
                                            .isEmpty());
        } finally {
            end(up);
        }
    }

    /** The document that a command for an installation writes; it must end well. */
    private JsonNode answered(String... command) throws Exception {
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--output", "json"));
        Process client = start("answer", line.toArray(String[]::new));
        try {
            assertThat(client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            client.destroyForcibly();
        }
        String answer = Files.readString(directory.resolve("answer"));
        assertThat(client.exitValue()).as(answer).isZero();
        return new ObjectMapper().readTree(answer);
    }

    @Test
    void anInterruptEndsEveryProcess() throws Exception {
        Process factory = factory("up", "--data", directory.resolve("data").toString());
        try {
            List<ProcessHandle> children = childrenOnceReady(factory);
            factory.destroy();
            assertThat(factory.waitFor(30, TimeUnit.SECONDS)).as("the launcher ends").isTrue();
            awaitEnd(children);
        } finally {
            end(factory);
        }
    }

    @Test
    void aLauncherThatIsKilledTakesItsProcessesWithIt() throws Exception {
        Process factory = factory("up", "--data", directory.resolve("data").toString());
        try {
            List<ProcessHandle> children = childrenOnceReady(factory);
            factory.destroyForcibly();
            awaitEnd(children);
        } finally {
            end(factory);
        }
    }

    private List<ProcessHandle> childrenOnceReady(Process factory) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(said()).contains("Ctrl-C ends"));
        List<ProcessHandle> children = factory.descendants().toList();
        assertThat(children).as("the cloud and four services").hasSize(5);
        return children;
    }

    private static void awaitEnd(List<ProcessHandle> children) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    private Process factory(String command, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(command, "--base-port"));
        line.add(Integer.toString(FreePorts.neighbours(8)));
        line.addAll(List.of(arguments));
        return start("said", line.toArray(String[]::new));
    }

    private Process start(String said, String... arguments) throws IOException {
        Path launcher = Home.find().root().resolve("deploy/local/launcher/target");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(Plant.coverageAgent());
        line.add("-Ddigitalworker.home=" + Home.find().root());
        line.add(
                "-Ddigitalworker.cloud.home="
                        + Home.find().root().resolve("deploy/local/cloud/target"));
        line.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8", "-cp"));
        line.add(launcher.resolve("classes") + ":" + launcher.resolve("lib") + "/*");
        line.add("io.digitalworker.local.launcher.Factory");
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .directory(directory.toFile())
                        .redirectOutput(directory.resolve(said).toFile());
        if (said.equals("said")) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        forgetCredentials(builder.environment());
        return builder.start();
    }

    /** Neither the tester's credentials nor those of the machine are looked for. */
    private void forgetCredentials(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", directory.resolve("no-config").toString());
        environment.put(
                "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("no-credentials").toString());
    }

    private String said() throws IOException {
        return Files.readString(directory.resolve("said"));
    }

    private static void end(Process factory) throws InterruptedException {
        List<ProcessHandle> all = factory.descendants().toList();
        factory.destroyForcibly().waitFor();
        all.forEach(ProcessHandle::destroyForcibly);
    }
}

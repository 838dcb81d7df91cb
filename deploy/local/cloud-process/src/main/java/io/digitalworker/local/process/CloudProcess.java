package io.digitalworker.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded cloud as a child process. It never outlives this one: it ends when its standard
 * input does.
 */
public final class CloudProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(10);
    private static final String MAIN = "io.digitalworker.local.cloud.EmbeddedCloud";
    private static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx200m",
                    "-Xshare:auto",
                    "-Duser.timezone=UTC");

    /**
     * How to start it. Ports of 0 mean any free one.
     *
     * @param data the directory with all state
     * @param log where its standard error goes; by default {@code cloud.log} in {@code data}
     * @param further arguments such as {@code --index-lag-ms 500 --conflict-percent 2 --seed 7}
     */
    public record Options(
            Path data,
            int sqsPort,
            int s3Port,
            int dynamodbPort,
            int eventsPort,
            Path log,
            List<String> further) {
        public Options {
            further = List.copyOf(further);
        }

        /** Free ports, no trouble. */
        public static Options in(Path data) {
            return new Options(data, 0, 0, 0, 0, data.resolve("cloud.log"), List.of());
        }

        public Options withPorts(int sqs, int s3, int dynamodb, int events) {
            return new Options(data, sqs, s3, dynamodb, events, log, further);
        }

        /** The ports of a cloud that ran before, so that its clients find it again. */
        public Options withPortsOf(CloudEndpoints earlier) {
            return withPorts(
                    earlier.sqs().getPort(),
                    earlier.s3().getPort(),
                    earlier.dynamodb().getPort(),
                    earlier.events().getPort());
        }

        public Options withLog(Path file) {
            return new Options(data, sqsPort, s3Port, dynamodbPort, eventsPort, file, further);
        }

        public Options with(String... arguments) {
            List<String> all = new ArrayList<>(further);
            all.addAll(List.of(arguments));
            return new Options(data, sqsPort, s3Port, dynamodbPort, eventsPort, log, all);
        }

        private List<String> arguments() {
            List<String> arguments = new ArrayList<>();
            arguments.addAll(List.of("--data", data.toString()));
            arguments.addAll(List.of("--sqs-port", String.valueOf(sqsPort)));
            arguments.addAll(List.of("--s3-port", String.valueOf(s3Port)));
            arguments.addAll(List.of("--dynamodb-port", String.valueOf(dynamodbPort)));
            arguments.addAll(List.of("--events-port", String.valueOf(eventsPort)));
            arguments.addAll(further);
            return arguments;
        }
    }

    private final Process process;
    private final CloudEndpoints endpoints;

    private CloudProcess(Process process, CloudEndpoints endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    /**
     * Starts the cloud and waits, at most a minute, until everything listens.
     *
     * @throws CloudStartException with one clear line if it does not start, for instance because a
     *     port is busy
     */
    public static CloudProcess start(Options options) throws IOException {
        Files.createDirectories(options.data());
        Process process = launch(options);
        try {
            String line = firstLine(process);
            if (line == null) {
                throw ended(process, options.log());
            }
            return new CloudProcess(process, CloudEndpoints.parse(line));
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static Process launch(Options options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-cp");
        command.add(CloudHome.classPath(System.getProperty(CloudHome.PROPERTY), Path.of("")));
        command.add(MAIN);
        command.addAll(options.arguments());
        return new ProcessBuilder(command).redirectError(options.log().toFile()).start();
    }

    private static @Nullable String firstLine(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<@Nullable String> line =
                CompletableFuture.supplyAsync(() -> readLine(output));
        try {
            return line.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new CloudStartException(
                    "the embedded cloud was not ready after " + START_LIMIT, -1);
        } catch (ExecutionException e) {
            throw new IOException("the embedded cloud cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the embedded cloud started", e);
        }
    }

    private static @Nullable String readLine(BufferedReader output) {
        try {
            return output.readLine();
        } catch (IOException closed) {
            return null;
        }
    }

    private static CloudStartException ended(Process process, Path log) throws IOException {
        await(process);
        List<String> said = Files.readAllLines(log, StandardCharsets.UTF_8);
        String last = said.isEmpty() ? "it said nothing" : said.get(said.size() - 1);
        return new CloudStartException(last, process.isAlive() ? -1 : process.exitValue());
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(END_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public CloudEndpoints endpoints() {
        return endpoints;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills it as kill -9 does, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Closes its standard input, on which it ends by itself, and waits until it is gone. */
    public void endInput() throws IOException {
        process.getOutputStream().close();
        await(process);
    }

    /** Ends it as SIGTERM does, and waits; after ten seconds it is killed. */
    @Override
    public void close() {
        process.destroy();
        await(process);
    }
}

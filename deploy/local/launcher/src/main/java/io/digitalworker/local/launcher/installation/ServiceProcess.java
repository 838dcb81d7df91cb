package io.digitalworker.local.launcher.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a child process: its log goes to a file, and it ends with its parent. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Service service;
    private final Process process;
    private final URI address;
    private final Path log;

    private ServiceProcess(Service service, Process process, URI address, Path log) {
        this.service = service;
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts it and returns at once.
     *
     * @param environment settings beyond the port
     * @param jvmOptions further options of its JVM
     */
    public static ServiceProcess start(
            Service service,
            Path jar,
            int port,
            Path log,
            Map<String, String> environment,
            List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Xss512k",
                        "-Xmx" + service.heapMegabytes() + "m",
                        "-Duser.timezone=UTC",
                        "-Dservice.ends-with-stdin=true"));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", jar.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(ServiceProcess::isCallers);
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        try {
            return new ServiceProcess(
                    service, builder.start(), URI.create("http://127.0.0.1:" + port), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The caller's own AWS settings reach a service only where it is told them. */
    private static boolean isCallers(String name) {
        return name.startsWith("AWS_") || name.startsWith("BEDROCK_");
    }

    /** Where it answers HTTP. */
    public URI address() {
        return address;
    }

    public long pid() {
        return process.pid();
    }

    public Process process() {
        return process;
    }

    /** Waits until it says that it is ready; a process that ends before is {@link NotStarted}. */
    public ServiceProcess awaitReady() {
        HttpClient http = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new NotStarted(
                        "The " + service.label() + " service did not start; its log is " + log);
            }
            pause();
        }
        return this;
    }

    private boolean isReady(HttpClient http) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/q/health/ready"))
                            .timeout(Duration.ofSeconds(5))
                            .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStarted("Interrupted while starting.");
        }
    }

    private void pause() {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotStarted("Interrupted while starting.");
        }
    }

    /** kill -9, and waits for the end. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Asks it to end; it finishes or hands back what it has begun. Returns at once. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it, by force where asking is not enough. */
    @Override
    public void close() {
        terminate();
        if (!awaitEnd(Duration.ofSeconds(30))) {
            kill();
        }
    }

    private boolean awaitEnd(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

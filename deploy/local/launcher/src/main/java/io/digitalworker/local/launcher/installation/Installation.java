package io.digitalworker.local.launcher.installation;

import io.digitalworker.local.process.CloudProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Everything, running: the cloud first, then the services together. Closing it ends every process. */
public final class Installation implements AutoCloseable {
    private final Path logs;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Home home;
    private final Ports ports;
    private final CloudProcess cloud;
    private final Settings settings;
    private final URI api;
    private final Map<String, String> generator;

    private Installation(
            Home home,
            Ports ports,
            Path data,
            Path logs,
            CloudProcess cloud,
            Map<String, String> generator) {
        this.home = home;
        this.ports = ports;
        this.logs = logs;
        this.cloud = cloud;
        this.generator = Map.copyOf(generator);
        this.api = URI.create("http://127.0.0.1:" + ports.of(Service.INGEST));
        this.settings =
                new Settings(
                        cloud.endpoints(),
                        api.toString(),
                        WebhookMasterKey.of(data).value(),
                        Duration.ZERO);
    }

    /**
     * Starts all and waits until all are ready.
     *
     * @param data directory of the state; logs go to {@code logs} in it
     * @param generator environment of the generator beyond that of all, such as {@link
     *     BedrockAccess#environment()}
     * @param started is told the label of each part when it is ready
     */
    public static Installation start(
            Home home,
            Ports ports,
            Path data,
            Map<String, String> generator,
            Consumer<String> started) {
        ports.mustBeFree();
        Path logs = directory(data.resolve("logs"));
        for (Service service : Service.values()) {
            home.runnable(service);
        }
        CloudProcess cloud = startCloud(ports, directory(data.resolve("cloud")), logs);
        started.accept("cloud");
        Installation installation = new Installation(home, ports, data, logs, cloud, generator);
        try {
            installation.startServices(started);
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
        return installation;
    }

    private static CloudProcess startCloud(Ports ports, Path data, Path logs) {
        try {
            return CloudProcess.start(
                    CloudProcess.Options.in(data)
                            .withPorts(ports.sqs(), ports.s3(), ports.dynamodb(), ports.events())
                            .withLog(logs.resolve("cloud.log"))
                            .with("--cors-origins", String.join(",", ports.origins())));
        } catch (IOException e) {
            throw new NotStarted("The embedded cloud did not start: " + e.getMessage());
        }
    }

    private void startServices(Consumer<String> started) {
        for (Service service : Service.values()) {
            services.put(service, launch(service));
        }
        services.forEach(
                (service, process) -> {
                    process.awaitReady();
                    started.accept(service.label());
                });
    }

    private ServiceProcess launch(Service service) {
        return ServiceProcess.start(
                service,
                home.runnable(service),
                ports.of(service),
                logs.resolve(service.label() + ".log"),
                environment(service),
                List.of());
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment = settings.environment();
        if (service == Service.GENERATOR) {
            environment.putAll(generator);
        }
        return environment;
    }

    /**
     * Ends a service and starts it again.
     *
     * @return how long it took to be ready
     */
    public Duration restart(Service service) {
        process(service).close();
        long begin = System.nanoTime();
        ServiceProcess process = launch(service);
        services.put(service, process);
        process.awaitReady();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    public ServiceProcess process(Service service) {
        return Objects.requireNonNull(services.get(service));
    }

    /** Base address of the public API. */
    public URI api() {
        return api;
    }

    /** Where the processes log. */
    public Path logs() {
        return logs;
    }

    public CloudProcess cloud() {
        return cloud;
    }

    /** The services' processes, in the order of their declaration. */
    public Map<Service, ServiceProcess> processes() {
        return Collections.unmodifiableMap(services);
    }

    /** Ends the services together, then the cloud they still write to while they drain. */
    @Override
    public void close() {
        services.values().forEach(ServiceProcess::terminate);
        services.values().forEach(ServiceProcess::close);
        cloud.close();
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

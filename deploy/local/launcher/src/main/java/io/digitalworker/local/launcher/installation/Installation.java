package io.digitalworker.local.launcher.installation;

import io.digitalworker.local.process.CloudProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Everything, running: the cloud first, then the services together. Closing it ends every process. */
public final class Installation implements AutoCloseable {
    private final Path logs;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final CloudProcess cloud;
    private final URI api;

    private Installation(Path logs, CloudProcess cloud, URI api) {
        this.logs = logs;
        this.cloud = cloud;
        this.api = api;
    }

    /**
     * Starts all and waits until all are ready.
     *
     * @param data directory of the state; logs go to {@code logs} in it
     * @param started is told the label of each part when it is ready
     */
    public static Installation start(Home home, Ports ports, Path data, Consumer<String> started) {
        ports.mustBeFree();
        Path logs = directory(data.resolve("logs"));
        for (Service service : Service.values()) {
            home.runnable(service);
        }
        CloudProcess cloud = startCloud(home, ports, directory(data.resolve("cloud")), logs);
        started.accept("cloud");
        URI api = URI.create("http://127.0.0.1:" + ports.of(Service.INGEST));
        Installation installation = new Installation(logs, cloud, api);
        try {
            installation.startServices(home, ports, data, started);
        } catch (RuntimeException e) {
            installation.close();
            throw e;
        }
        return installation;
    }

    private static CloudProcess startCloud(Home home, Ports ports, Path data, Path logs) {
        try {
            return CloudProcess.start(
                    CloudProcess.Options.of(data)
                            .home(home.cloud())
                            .ports(ports.sqs(), ports.s3(), ports.dynamodb(), ports.events())
                            .log(logs.resolve("cloud.log")));
        } catch (IllegalStateException e) {
            throw new NotStarted("The embedded cloud did not start: " + e.getMessage());
        }
    }

    private void startServices(Home home, Ports ports, Path data, Consumer<String> started) {
        Settings settings =
                new Settings(
                        cloud.endpoints(),
                        api.toString(),
                        WebhookMasterKey.of(data).value(),
                        Duration.ZERO);
        for (Service service : Service.values()) {
            services.put(
                    service,
                    ServiceProcess.start(
                            service,
                            home.runnable(service),
                            ports.of(service),
                            logs.resolve(service.label() + ".log"),
                            settings.environment(),
                            List.of()));
        }
        services.forEach(
                (service, process) -> {
                    process.awaitReady();
                    started.accept(service.label());
                });
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
    public List<ServiceProcess> services() {
        return new ArrayList<>(services.values());
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

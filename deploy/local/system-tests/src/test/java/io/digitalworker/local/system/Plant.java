package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import io.digitalworker.local.launcher.installation.Settings;
import io.digitalworker.local.process.CloudEndpoints;
import io.digitalworker.local.process.CloudProcess;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The five real processes of one test, on free ports and a directory of its own: the services talk to
 * the cloud through a {@link CloudProxy} each. Any of them can be killed and started again.
 */
final class Plant implements AutoCloseable {
    static final String MASTER_KEY = "c3lzdGVtLXRlc3Qtd2ViaG9vay1tYXN0ZXIta2V5LTAwMDE=";

    private final Home home = Home.find();
    private final Path directory;
    private final Map<Service, Map<String, String>> further;
    private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
    private final Map<Service, CloudProxy> proxies = new EnumMap<>(Service.class);
    private final Map<Service, ServiceProcess> processes = new EnumMap<>(Service.class);
    private final List<ServiceProcess> others = new ArrayList<>();
    private final List<Integer> cloudPorts = new ArrayList<>();
    private CloudProcess cloud;
    private Duration clockOffset = Duration.ZERO;

    private Plant(Path directory, Map<Service, Map<String, String>> further) {
        this.directory = directory;
        this.further = further;
    }

    /** Starts the cloud and all services, and waits until they are ready. */
    static Plant start(Path directory, CloudProxy.Watch watch) throws IOException {
        return start(directory, watch, Map.of());
    }

    /**
     * @param settings environment of a service, beyond what all need here
     */
    static Plant start(
            Path directory, CloudProxy.Watch watch, Map<Service, Map<String, String>> settings)
            throws IOException {
        Plant plant = new Plant(Files.createDirectories(directory), settings);
        try {
            for (int i = 0; i < 4; i++) {
                plant.cloudPorts.add(FreePorts.one());
            }
            plant.startCloud();
            for (Service service : Service.values()) {
                plant.ports.put(service, FreePorts.one());
                plant.proxies.put(
                        service, new CloudProxy(service.label(), plant.cloud.endpoints(), watch));
            }
            plant.startServices();
            return plant;
        } catch (IOException | RuntimeException e) {
            plant.close();
            throw e;
        }
    }

    /** Address of the public API. */
    URI api() {
        return URI.create("http://127.0.0.1:" + ports.get(Service.INGEST));
    }

    /** Address of the operator's endpoints. */
    URI operator() {
        return URI.create("http://127.0.0.1:" + ports.get(Service.CLEANUP));
    }

    /** The cloud itself, past the proxies. */
    CloudEndpoints cloud() {
        return cloud.endpoints();
    }

    Path logs() {
        return directory.resolve("logs");
    }

    void kill(Service service) {
        processes.get(service).kill();
        proxies.get(service).sever();
    }

    /** Starts it again after it was killed. */
    void restart(Service service) {
        launch(service);
        processes.get(service).awaitReady();
    }

    /**
     * Starts one more process of a service, through the same proxy, and waits until it is ready. It ends with
     * the plant, if it has not been ended by then.
     *
     * @param settings environment beyond that of the first one
     */
    ServiceProcess startAnother(Service service, Map<String, String> settings) throws IOException {
        Map<String, String> environment = environment(service);
        environment.putAll(settings);
        int port = FreePorts.one();
        String log = service.label() + "-" + (others.size() + 2) + ".log";
        ServiceProcess process = start(service, port, log, environment);
        others.add(process);
        return process.awaitReady();
    }

    void killCloud() {
        cloud.kill();
    }

    void startCloud() throws IOException {
        Files.createDirectories(logs());
        cloud =
                CloudProcess.start(
                        CloudProcess.Options.in(Files.createDirectories(directory.resolve("cloud")))
                                .withPorts(
                                        cloudPorts.get(0),
                                        cloudPorts.get(1),
                                        cloudPorts.get(2),
                                        cloudPorts.get(3))
                                .withLog(logs().resolve("cloud.log"))
                                .with("--cors-origins", "http://127.0.0.1:*"));
    }

    /** Ends all services and starts them with their clocks moved. */
    void moveClock(Duration offset) {
        clockOffset = offset;
        processes.values().forEach(ServiceProcess::terminate);
        processes.values().forEach(ServiceProcess::close);
        startServices();
    }

    private void startServices() {
        for (Service service : Service.values()) {
            launch(service);
        }
        processes.values().forEach(ServiceProcess::awaitReady);
    }

    private void launch(Service service) {
        processes.put(
                service,
                start(service, ports.get(service), service.label() + ".log", environment(service)));
    }

    private Map<String, String> environment(Service service) {
        Map<String, String> environment =
                new Settings(
                                proxies.get(service).endpoints(),
                                api().toString(),
                                MASTER_KEY,
                                clockOffset)
                        .environment();
        environment.putAll(further.getOrDefault(service, Map.of()));
        return environment;
    }

    private ServiceProcess start(
            Service service, int port, String log, Map<String, String> environment) {
        return ServiceProcess.start(
                service,
                home.runnable(service),
                port,
                logs().resolve(log),
                environment,
                coverageAgent());
    }

    /** The services' lines count as covered when this JVM's do. */
    static List<String> coverageAgent() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(
                        argument ->
                                argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        others.forEach(ServiceProcess::terminate);
        others.forEach(ServiceProcess::close);
        processes.values().forEach(ServiceProcess::terminate);
        processes.values().forEach(ServiceProcess::close);
        for (CloudProxy proxy : proxies.values()) {
            proxy.close();
        }
        if (cloud != null) {
            cloud.close();
        }
    }
}

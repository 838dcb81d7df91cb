package io.digitalworker.local.system;

import io.digitalworker.local.issuer.IssuerDouble;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole plant in auth mode {@code jwt} with two ingest processes, whose requests go to them in turn, as
 * behind a load balancer without sticky sessions.
 */
final class TwoIngests implements AutoCloseable {
    private final IssuerDouble issuer;
    private final Plant plant;
    private final ServiceProcess second;
    private final AtomicInteger turns = new AtomicInteger();

    private TwoIngests(IssuerDouble issuer, Plant plant, ServiceProcess second) {
        this.issuer = issuer;
        this.plant = plant;
        this.second = second;
    }

    static TwoIngests start(Path directory) throws IOException {
        return start(directory, Map.of());
    }

    /**
     * @param ingest environment of both ingest processes, beyond what they need
     */
    static TwoIngests start(Path directory, Map<String, String> ingest) throws IOException {
        IssuerDouble issuer = IssuerDouble.start();
        Plant plant = null;
        try {
            plant = Plant.start(directory, new CloudProxy.Watch() {}, settings(issuer, ingest));
            return new TwoIngests(issuer, plant, plant.startAnother(Service.INGEST, Map.of()));
        } catch (IOException | RuntimeException e) {
            if (plant != null) {
                plant.close();
            }
            issuer.close();
            throw e;
        }
    }

    private static Map<Service, Map<String, String>> settings(
            IssuerDouble issuer, Map<String, String> ingest) {
        return Arrays.stream(Service.values())
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                service -> {
                                    Map<String, String> settings = new HashMap<>();
                                    settings.put("AUTH_MODE", "jwt");
                                    settings.put("AUTH_ISSUER", issuer.issuer());
                                    settings.put("AUTH_CLIENT_IDS", IssuerDouble.CLIENT);
                                    settings.put("DIGITALWORKER_RATE_LIMIT_PER_SECOND", "1000");
                                    if (service == Service.INGEST) {
                                        settings.putAll(ingest);
                                    }
                                    return settings;
                                }));
    }

    /** The ingest process whose turn it is. */
    URI api() {
        return both().get(turns.getAndIncrement() % 2);
    }

    /** Both ingest processes. */
    List<URI> both() {
        return List.of(plant.api(), second.address());
    }

    /** kill -9 of the second ingest process. */
    void killSecond() {
        second.kill();
    }

    IssuerDouble issuer() {
        return issuer;
    }

    /** A sound access token. */
    String token(String subject) {
        return issuer.accessToken(subject).signed();
    }

    Plant plant() {
        return plant;
    }

    @Override
    public void close() throws IOException {
        plant.close();
        issuer.close();
    }
}

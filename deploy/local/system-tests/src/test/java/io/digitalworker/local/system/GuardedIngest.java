package io.digitalworker.local.system;

import io.digitalworker.local.issuer.IssuerDouble;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import io.digitalworker.local.launcher.installation.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One more ingest process of a plant, which asks who is calling, and the issuer whom it believes. */
final class GuardedIngest implements AutoCloseable {
    private final IssuerDouble issuer;
    private final ServiceProcess process;
    private final URI address;

    private GuardedIngest(IssuerDouble issuer, ServiceProcess process, URI address) {
        this.issuer = issuer;
        this.process = process;
        this.address = address;
    }

    static GuardedIngest start(Plant plant) throws IOException {
        IssuerDouble issuer = IssuerDouble.start();
        int port = FreePorts.one();
        URI address = URI.create("http://127.0.0.1:" + port);
        Settings settings =
                new Settings(plant.cloud(), address.toString(), Plant.MASTER_KEY, Duration.ZERO);
        Map<String, String> environment = settings.environment();
        environment.put("AUTH_MODE", "jwt");
        environment.put("AUTH_ISSUER", issuer.issuer());
        environment.put("AUTH_CLIENT_IDS", IssuerDouble.CLIENT);
        Path log = plant.logs().resolve("guarded-ingest.log");
        ServiceProcess process =
                ServiceProcess.start(
                        Service.INGEST,
                        Home.find().runnable(Service.INGEST),
                        port,
                        log,
                        environment,
                        Plant.coverageAgent());
        GuardedIngest ingest = new GuardedIngest(issuer, process, address);
        process.awaitReady();
        return ingest;
    }

    URI address() {
        return address;
    }

    IssuerDouble issuer() {
        return issuer;
    }

    @Override
    public void close() {
        process.close();
        issuer.close();
    }
}

package io.digitalworker.local.system;

import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import io.digitalworker.local.launcher.installation.Settings;
import io.digitalworker.local.process.CloudEndpoints;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** A service whose door could not hold does not start, and its log says what to set. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorStartIT {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final String SHORT = "too-short-a-secret";
    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "an unknown mode",
                            Service.INGEST,
                            Map.of("AUTH_MODE", "oidc"),
                            "must be one of none, jwt, gateway"),
                    new Case(
                            "an unknown mode where health alone is served",
                            Service.NOTIFIER,
                            Map.of("AUTH_MODE", "oidc"),
                            "must be one of none, jwt, gateway"),
                    new Case(
                            "nobody asked on all addresses",
                            Service.INGEST,
                            Map.of("AUTH_MODE", "none", "BIND_ADDRESS", "0.0.0.0"),
                            "bind to 127.0.0.1"),
                    new Case(
                            "tokens of nobody in particular",
                            Service.INGEST,
                            Map.of("AUTH_MODE", "jwt"),
                            "needs digitalworker.auth.jwt.issuer"),
                    new Case(
                            "a gateway that anybody could be",
                            Service.CLEANUP,
                            Map.of("AUTH_MODE", "gateway", "GATEWAY_SECRETS", SHORT),
                            "needs digitalworker.auth.gateway.secrets"));

    private final List<ServiceProcess> processes = new ArrayList<>();
    private Path logs;

    private record Case(String name, Service service, Map<String, String> settings, String text) {}

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        logs = directory;
        for (Case wrong : CASES) {
            CloudEndpoints cloud = new CloudEndpoints(NOWHERE, NOWHERE, NOWHERE, NOWHERE);
            Map<String, String> environment =
                    new Settings(cloud, NOWHERE.toString(), Plant.MASTER_KEY, Duration.ZERO)
                            .environment();
            environment.putAll(wrong.settings());
            processes.add(
                    ServiceProcess.start(
                            wrong.service(),
                            Home.find().runnable(wrong.service()),
                            FreePorts.one(),
                            log(wrong),
                            environment,
                            Plant.coverageAgent()));
        }
    }

    private Path log(Case wrong) {
        return logs.resolve(CASES.indexOf(wrong) + ".log");
    }

    @AfterAll
    void end() {
        processes.forEach(ServiceProcess::kill);
    }

    @TestFactory
    Stream<DynamicTest> doesNotStart() {
        return CASES.stream().map(wrong -> dynamicTest(wrong.name(), () -> check(wrong)));
    }

    private void check(Case wrong) throws IOException, InterruptedException {
        Process process = processes.get(CASES.indexOf(wrong)).process();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();

        assertThat(process.exitValue()).as("exit code").isNotZero();
        assertThat(Files.readString(log(wrong))).contains(wrong.text()).doesNotContain(SHORT);
    }
}

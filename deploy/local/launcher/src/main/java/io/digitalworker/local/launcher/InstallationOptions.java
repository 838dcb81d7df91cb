package io.digitalworker.local.launcher;

import io.digitalworker.local.launcher.installation.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that starts the whole. */
final class InstallationOptions {
    @Option(
            names = "--base-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description =
                    "First of eight ports on 127.0.0.1; the API is at this one (default: ${DEFAULT-VALUE}).")
    int basePort = 8080;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keep the state of cloud and ledger here (default: a temporary directory).")
    @Nullable Path data;

    Ports ports() {
        return new Ports(basePort);
    }

    /** A temporary one is for this run alone. */
    DataDirectory openData() throws IOException {
        if (data != null) {
            return new DataDirectory(Files.createDirectories(data.toAbsolutePath()), true);
        }
        return new DataDirectory(Files.createTempDirectory("digital-worker-factory-"), false);
    }
}

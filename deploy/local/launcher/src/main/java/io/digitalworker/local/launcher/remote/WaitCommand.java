package io.digitalworker.local.launcher.remote;

import io.digitalworker.local.launcher.client.FactoryClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a job. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description = "Shows a job's progress until it ends: 0 if it succeeded, 1 if it failed.")
public final class WaitCommand extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The job.")
    private String jobId = "";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Waiting.Time.class,
            description = "Wait no longer than that, such as 90s, 15m or 2h; then the code is 4.")
    private @Nullable Duration timeout;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Save the artifacts to DIR/<jobId>/.")
    private @Nullable Path out;

    public WaitCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        return new EndOfJob(this, client).await(jobId, timeout, out);
    }
}

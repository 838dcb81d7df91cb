package io.digitalworker.local.launcher.remote;

import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.SeenJob;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks once. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Says where a job stands; ends with 0 whatever that is.")
public final class StatusCommand extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The job.")
    private String jobId = "";

    public StatusCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        SeenJob job = client.look(jobId);
        console().line(JobText.headline(console(), job.view()));
        JobText.details(job.view()).forEach(line -> console().line("  " + line));
        document(job.json());
        return DONE;
    }
}

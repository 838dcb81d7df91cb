package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cancels and deletes. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        description =
                "Cancels a job that runs, and deletes its source and artifacts; its revisions go"
                        + " along.")
public final class DeleteCommand extends RemoteCommand {
    @Parameters(paramLabel = "ID", description = "The job.")
    private String jobId = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    public DeleteCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        if (!yes && !confirmed(client)) {
            console().line("Nothing was deleted.");
            document(JSON.createObjectNode().put("jobId", jobId).put("deleted", false));
            return FAILED;
        }
        JsonNode answer = client.delete(jobId);
        console()
                .line(
                        console().good("✓")
                                + " Deletion of job "
                                + jobId
                                + ": "
                                + Printable.of(
                                        answer.path("deletion").path("state").asText("asked for")));
        document(answer);
        return DONE;
    }

    private boolean confirmed(FactoryClient client) throws IOException {
        BufferedReader answers = around().answers();
        if (answers == null) {
            throw usage("Nobody is there to ask whether job " + jobId + " may go: say --yes");
        }
        String module = Printable.of(client.status(jobId).moduleName());
        around().error().prompt("Delete job " + jobId + " (" + module + ")? [y/N] ");
        String answer = answers.readLine();
        return answer != null
                && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}

package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.ArtifactView;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves artifacts. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        description = "Saves a job's artifacts, and checks each against its SHA-256.")
public final class DownloadCommand extends RemoteCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The job.")
    private String jobId = "";

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            description = "Only these, such as srs.pdf or diagrams/context.svg (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Files go to DIR/<jobId>/ (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    public DownloadCommand(Surroundings around) {
        super(around);
    }

    @Override
    int run(FactoryClient client) throws IOException {
        JobStatusView job = client.status(jobId);
        if (job.artifacts().isEmpty()) {
            throw new NothingThere(
                    "There is nothing to download: "
                            + why(job)
                            + ". See: "
                            + next("status " + jobId));
        }
        ObjectNode saved = new EndOfJob(this, client).save(job, wanted(job), out);
        document(JSON.createObjectNode().put("jobId", job.jobId()).setAll(saved));
        return DONE;
    }

    private static String why(JobStatusView job) {
        if (job.status() != JobStatus.Succeeded) {
            return "the job is " + job.status();
        }
        return job.estimate() == null
                ? "its documents are deleted"
                : "the job was to tell the cost only";
    }

    private List<ArtifactView> wanted(JobStatusView job) throws NothingThere {
        if (names.isEmpty()) {
            return job.artifacts();
        }
        List<ArtifactView> wanted = new ArrayList<>();
        for (String name : names) {
            wanted.add(
                    job.artifacts().stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElseThrow(() -> noSuch(name, job)));
        }
        return wanted;
    }

    private static NothingThere noSuch(String name, JobStatusView job) {
        String there =
                job.artifacts().stream()
                        .map(each -> Printable.of(each.name()))
                        .collect(Collectors.joining(", "));
        return new NothingThere("There is no artifact " + name + " among " + there);
    }
}

package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.ArtifactView;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.SavedArtifacts;
import io.digitalworker.local.launcher.client.SeenJob;
import io.digitalworker.local.launcher.client.Unreachable;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for a job and tells how it ended: as lines, or as the job's status with what was saved. */
final class EndOfJob {
    private static final Duration YEAR = Duration.ofDays(365);
    private final RemoteCommand command;
    private final FactoryClient client;

    EndOfJob(RemoteCommand command, FactoryClient client) {
        this.command = command;
        this.client = client;
    }

    /**
     * Returns the exit code.
     *
     * @param timeout null for as long as it takes
     * @param out where artifacts go; null if they are not wanted
     */
    int await(String jobId, @Nullable Duration timeout, @Nullable Path out) throws IOException {
        Console console = command.console();
        SeenJob job = watch(jobId, timeout == null ? YEAR : timeout);
        ObjectNode document = job.json().deepCopy();
        if (!job.hasEnded()) {
            console.erase();
            console.line(
                    JobText.headline(console, job.view())
                            + "; it goes on. Wait further: "
                            + command.next("wait " + jobId));
            command.document(document);
            return RemoteCommand.TIMED_OUT;
        }
        console.line(JobText.headline(console, job.view()));
        JobText.remarks(job.view()).forEach(line -> console.line("  " + line));
        if (job.view().status() == JobStatus.Succeeded) {
            if (out != null) {
                document.set("saved", save(job.view(), job.view().artifacts(), out));
            } else {
                console.line("  download them: " + command.next("download " + jobId));
            }
        }
        command.document(document);
        return job.view().status() == JobStatus.Succeeded
                ? RemoteCommand.DONE
                : RemoteCommand.FAILED;
    }

    private SeenJob watch(String jobId, Duration timeout) throws IOException {
        try {
            return new FollowedJob(client, command.console()).toEnd(jobId, timeout);
        } catch (Unreachable e) {
            throw new Unreachable(
                    e.getMessage()
                            + " The job goes on. Wait further: "
                            + command.next("wait " + jobId),
                    e);
        }
    }

    /** Saves some artifacts and tells where: {@code {directory, files: [{name, path, size, sha256}]}}. */
    ObjectNode save(JobStatusView job, List<ArtifactView> wanted, Path out) throws IOException {
        Path directory = new SavedArtifacts(client, out).save(job, wanted);
        ObjectNode saved = RemoteCommand.JSON.createObjectNode();
        saved.put("directory", directory.toString());
        ArrayNode files = saved.putArray("files");
        for (ArtifactView each : wanted) {
            files.addObject()
                    .put("name", each.name())
                    .put("path", directory.resolve(each.name()).toString())
                    .put("size", each.size())
                    .put("sha256", each.sha256());
        }
        String number = wanted.size() == 1 ? "1 file" : wanted.size() + " files";
        command.console().line("  " + number + ", SHA-256 checked, in " + directory);
        return saved;
    }
}

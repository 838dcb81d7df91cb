package io.digitalworker.local.launcher;

import io.digitalworker.api.JobAccepted;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.SavedArtifacts;
import io.digitalworker.local.launcher.client.UploadProgress;
import io.digitalworker.local.launcher.installation.BedrockAccess;
import io.digitalworker.local.launcher.remote.FollowedJob;
import io.digitalworker.local.launcher.remote.JobText;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything, submits, shows progress, saves the artifacts, ends everything. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Writes the specification of the example, or of ARCHIVE, from start to end.")
final class DemoCommand implements Callable<Integer> {
    @Mixin private final InstallationOptions options = new InstallationOptions();
    @Mixin private final JobInput input = new JobInput();
    @Mixin private final ModelOptions model = new ModelOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where artifacts are saved (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("out");

    private final Console console;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        input.check();
        Optional<BedrockAccess> bedrock = model.access();
        bedrock.ifPresent(access -> console.line("Sections are written by " + access));
        Map<String, String> generator = bedrock.map(BedrockAccess::environment).orElseGet(Map::of);
        try (Running running = Running.start(options, generator, console);
                JobInput.Zipped zip = input.zipped()) {
            FactoryClient client = new FactoryClient(running.installation().api());
            JobAccepted accepted =
                    client.submit(
                            input.submission(zip),
                            UUID.randomUUID().toString(),
                            UploadProgress.NONE);
            console.line(console.good("✓") + " Accepted as job " + accepted.jobId());
            JobStatusView ended = new FollowedJob(client, console).toEnd(accepted.jobId()).view();
            return ended.status() == JobStatus.Succeeded
                    ? save(client, ended)
                    : explain(running, ended);
        }
    }

    private int save(FactoryClient client, JobStatusView job) throws IOException {
        Path directory = new SavedArtifacts(client, out).save(job);
        console.line(JobText.headline(console, job));
        JobText.remarks(job).forEach(line -> console.line("  " + line));
        job.artifacts().stream()
                .filter(artifact -> artifact.name().startsWith("srs."))
                .forEach(artifact -> console.line("  " + directory.resolve(artifact.name())));
        console.line("  and the rest in " + directory);
        return 0;
    }

    private int explain(Running running, JobStatusView job) {
        running.keepLogs();
        console.line(JobText.headline(console, job));
        console.line("  logs are in " + running.installation().logs());
        return Factory.FAILED;
    }
}

package io.digitalworker.local.launcher;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.installation.BedrockAccess;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            FollowedJob job = new FollowedJob(console, running.installation().api());
            JobStatusView ended = job.run(zip.file(), input.features());
            return ended.status() == JobStatus.Succeeded
                    ? save(job.client(), ended)
                    : explain(running, ended);
        }
    }

    private int save(FactoryClient client, JobStatusView job) throws IOException {
        Path directory = new SavedArtifacts(client, out).save(job);
        console.line(
                String.format(
                        Locale.ROOT,
                        "%s %s: %d artifacts after %.1f s",
                        console.good("✓"),
                        job.moduleName(),
                        job.artifacts().size(),
                        seconds(job)));
        Expense.of(job).ifPresent(line -> console.line("  " + line));
        if (Boolean.TRUE.equals(job.degraded())) {
            console.line("  some sections are written without the model: see report.json");
        }
        if (!job.gaps().isEmpty()) {
            console.line("  sections not complete: " + String.join(", ", job.gaps()));
        }
        job.artifacts().stream()
                .filter(artifact -> artifact.name().startsWith("srs."))
                .forEach(artifact -> console.line("  " + directory.resolve(artifact.name())));
        console.line("  and the rest in " + directory);
        return 0;
    }

    private int explain(Running running, JobStatusView job) {
        running.keepLogs();
        console.line(console.bad("✗ " + job.errorCode() + ": " + job.errorMessage()));
        console.line("  logs are in " + running.installation().logs());
        return Factory.FAILED;
    }

    private static double seconds(JobStatusView job) {
        return job.endedAt() == null
                ? Double.NaN
                : Duration.between(job.submittedAt(), job.endedAt()).toMillis() / 1000.0;
    }
}

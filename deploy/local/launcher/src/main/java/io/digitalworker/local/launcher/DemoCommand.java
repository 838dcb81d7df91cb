package io.digitalworker.local.launcher;

import io.digitalworker.api.JobAccepted;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.NotStarted;
import io.digitalworker.local.launcher.terminal.Console;
import io.digitalworker.local.launcher.terminal.JobProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts everything, submits, shows progress, saves the artifacts, ends everything. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Writes the specification of the example, or of ARCHIVE, from start to end.")
final class DemoCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_MS = 200;

    @Mixin private final InstallationOptions options = new InstallationOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "ARCHIVE",
            description = "A ZIP of source code, or a directory to be zipped.")
    private @Nullable Path archive;

    @Parameters(
            arity = "0..1",
            paramLabel = "DESCRIPTOR",
            description = "JSON with moduleName, version and features.")
    private @Nullable Path descriptor;

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
        Path sources = archive == null ? Home.find().example().resolve("plugin") : archive;
        Path features = features();
        mustExist(sources);
        mustExist(features);
        try (Running running = Running.start(options, console);
                ZippedSources zip = ZippedSources.of(sources)) {
            FactoryClient client = new FactoryClient(running.installation().api());
            JobAccepted accepted = client.submit(zip.file(), features);
            console.line(console.good("✓") + " Accepted as job " + accepted.jobId());
            JobStatusView ended = follow(client, accepted.jobId());
            return ended.status() == JobStatus.Succeeded
                    ? save(client, ended)
                    : explain(running, ended);
        }
    }

    private Path features() {
        if (descriptor != null) {
            return descriptor;
        }
        if (archive != null) {
            throw new NotStarted("Name the descriptor too: factory demo ARCHIVE DESCRIPTOR");
        }
        return Home.find().example().resolve("descriptor.json");
    }

    private static void mustExist(Path path) {
        if (!Files.isReadable(path)) {
            throw new NotStarted("There is no readable " + path);
        }
    }

    private JobStatusView follow(FactoryClient client, String jobId)
            throws IOException, InterruptedException {
        JobProgress progress = new JobProgress(console);
        while (true) {
            JobStatusView job = client.status(jobId);
            progress.show(job);
            if (job.status().isTerminal()) {
                return job;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    private int save(FactoryClient client, JobStatusView job) throws IOException {
        Path directory = new SavedArtifacts(client, out).save(job);
        double seconds = seconds(job);
        console.line(
                String.format(
                        Locale.ROOT,
                        "%s %s: %d artifacts in %.1f s",
                        console.good("✓"),
                        job.moduleName(),
                        job.artifacts().size(),
                        seconds));
        if (!job.gaps().isEmpty()) {
            console.line("  not complete yet: " + String.join(", ", job.gaps()));
        }
        job.artifacts().stream()
                .filter(artifact -> artifact.name().startsWith("srs."))
                .forEach(artifact -> console.line("  " + directory.resolve(artifact.name())));
        console.line("  and all the rest in " + directory);
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
                ? 0
                : (job.endedAt().toEpochMilli() - job.submittedAt().toEpochMilli()) / 1000.0;
    }

    /**
     * The archive itself, or a temporary one made of a directory.
     *
     * @param temporary whether it goes afterwards
     */
    private record ZippedSources(Path file, boolean temporary) implements AutoCloseable {
        static ZippedSources of(Path sources) throws IOException {
            if (!Files.isDirectory(sources)) {
                return new ZippedSources(sources, false);
            }
            Path file = Files.createTempFile("digital-worker-", ".zip");
            ZipOfDirectory.write(sources, file);
            return new ZippedSources(file, true);
        }

        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(file);
            }
        }
    }
}

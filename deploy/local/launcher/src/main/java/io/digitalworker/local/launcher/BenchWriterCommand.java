package io.digitalworker.local.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.local.launcher.bench.Machine;
import io.digitalworker.local.launcher.bench.WrittenJob;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.UploadProgress;
import io.digitalworker.local.launcher.installation.Installation;
import io.digitalworker.local.launcher.installation.Memory;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.terminal.Console;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.ModelDouble;
import io.digitalworker.local.model.Script;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How long jobs take that a model writes, at once, where the model gives out so many tokens a second for
 * each call. The model is a double in this process, which tells what the facts of its prompt say; it
 * measures the way of a job, not the worth of a model.
 */
@Command(
        name = "writer",
        mixinStandardHelpOptions = true,
        description =
                "Comprehensive SRS jobs at once, of the example or of ARCHIVE, against a double of"
                        + " Bedrock.")
final class BenchWriterCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LOOK_EVERY_MS = 250;
    private static final String MODEL = "eu.anthropic.claude-haiku-4-5-20251001-v1:0";
    private static final String OPTIONS =
            "{\"documents\": [\"srs\"], \"detail\": \"comprehensive\"}";

    @Mixin private final InstallationOptions options = new InstallationOptions();
    @Mixin private final JobInput input = new JobInput();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Jobs at once (default: ${DEFAULT-VALUE}).")
    private int jobs = 5;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Jobs that the generator works on at once (default: its own).")
    private @Nullable Integer workers;

    @Option(
            names = "--rate",
            paramLabel = "TOKENS",
            defaultValue = "60",
            description = "Tokens a second of each call (default: ${DEFAULT-VALUE}).")
    private double rate = 60;

    private final Console console;

    BenchWriterCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        input.check();
        Path history = Files.createTempFile("digital-worker-calls-", ".jsonl");
        try (ModelDouble model = ModelDouble.start(history)) {
            model.script(Script.PLAIN.paced(0, rate));
            try (Running running = Running.start(options, environment(model), console);
                    JobInput.Zipped zip = input.zipped()) {
                FactoryClient client = new FactoryClient(running.installation().api());
                table(ended(client, submitted(client, zip)), model.history().over());
                peak(running.installation());
            }
        } finally {
            Files.deleteIfExists(history);
        }
        return 0;
    }

    private Map<String, String> environment(ModelDouble model) {
        Map<String, String> environment = new HashMap<>();
        environment.put("BEDROCK_MODEL_ID", MODEL);
        environment.put("DIGITALWORKER_BEDROCK_ENDPOINT_OVERRIDE", model.endpoint().toString());
        if (workers != null) {
            environment.put("GENERATOR_WORKERS", workers.toString());
        }
        return environment;
    }

    private List<String> submitted(FactoryClient client, JobInput.Zipped zip) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            ids.add(
                    client.submit(
                                    input.submission(zip, JSON.readTree(OPTIONS)),
                                    UUID.randomUUID().toString(),
                                    UploadProgress.NONE)
                            .jobId());
        }
        return ids;
    }

    private static List<WrittenJob> ended(FactoryClient client, List<String> ids)
            throws IOException, InterruptedException {
        List<WrittenJob> ended = new ArrayList<>();
        for (String id : ids) {
            JobStatusView job = client.status(id);
            while (!job.status().isTerminal()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
                job = client.status(id);
            }
            ended.add(new WrittenJob(job, report(client, job)));
        }
        ended.sort(Comparator.comparingDouble(WrittenJob::seconds));
        return ended;
    }

    private static JsonNode report(FactoryClient client, JobStatusView job) throws IOException {
        for (JobStatusView.ArtifactView artifact : job.artifacts()) {
            if (artifact.name().equals("report.json")) {
                Path file = Files.createTempFile("report", ".json");
                try {
                    client.download(URI.create(artifact.url()), file);
                    return JSON.readTree(Files.readAllBytes(file));
                } finally {
                    Files.deleteIfExists(file);
                }
            }
        }
        return MissingNode.getInstance();
    }

    private void table(List<WrittenJob> ended, List<CallRecord> calls) {
        console.line(LocalDate.now(ZoneOffset.UTC) + ", " + Machine.inOneLine());
        console.line(WrittenJob.TITLES);
        ended.forEach(job -> console.line(job.row()));
        console.line(
                String.format(
                        Locale.ROOT,
                        "%d jobs at once, %.0f tokens a second and call: from 202 to the end"
                                + " p50 %.1f s, p95 %.1f s, max %.1f s",
                        ended.size(),
                        rate,
                        percentile(ended, 50),
                        percentile(ended, 95),
                        percentile(ended, 100)));
        console.line(
                String.format(
                        Locale.ROOT,
                        "%d calls of the model, the longest %.1f s",
                        calls.size(),
                        calls.stream().mapToLong(CallRecord::millis).max().orElse(0) / 1000.0));
    }

    private void peak(Installation all) {
        long kilobytes = Memory.peak(all.process(Service.GENERATOR).pid());
        console.line("greatest resident size of the generator: " + kilobytes / 1024 + " MB");
    }

    /** Of the nearest rank; the jobs are sorted. */
    private static double percentile(List<WrittenJob> ended, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * ended.size());
        return ended.get(Math.max(1, rank) - 1).seconds();
    }
}

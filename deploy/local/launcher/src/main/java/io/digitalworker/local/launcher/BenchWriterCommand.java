package io.digitalworker.local.launcher;

import io.digitalworker.api.JobStatusView;
import io.digitalworker.local.launcher.bench.Machine;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.terminal.Console;
import io.digitalworker.local.model.CallRecord;
import io.digitalworker.local.model.ModelDouble;
import io.digitalworker.local.model.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
                table(ended(client, submitted(client, zip.file())), model.history().over());
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
        environment.put("GENERATOR_WORKERS", Integer.toString(jobs));
        return environment;
    }

    private List<String> submitted(FactoryClient client, Path archive) throws IOException {
        List<String> ids = new ArrayList<>();
        for (int job = 0; job < jobs; job++) {
            ids.add(client.submit(archive, input.features(), OPTIONS).jobId());
        }
        return ids;
    }

    private static List<JobStatusView> ended(FactoryClient client, List<String> ids)
            throws IOException, InterruptedException {
        List<JobStatusView> ended = new ArrayList<>();
        for (String id : ids) {
            JobStatusView job = client.status(id);
            while (!job.status().isTerminal()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
                job = client.status(id);
            }
            ended.add(job);
        }
        ended.sort(Comparator.comparingDouble(BenchWriterCommand::seconds));
        return ended;
    }

    private void table(List<JobStatusView> ended, List<CallRecord> calls) {
        console.line(Machine.inOneLine());
        console.line("job                  seconds   calls  tokens in  tokens out        USD");
        ended.forEach(job -> console.line(row(job)));
        console.line(
                String.format(
                        Locale.ROOT,
                        "%d jobs at once, %.0f tokens a second and call: p50 %.1f s, p95 %.1f s",
                        ended.size(),
                        rate,
                        percentile(ended, 50),
                        percentile(ended, 95)));
        console.line(
                String.format(
                        Locale.ROOT,
                        "%d calls of the model, the longest %.1f s",
                        calls.size(),
                        calls.stream().mapToLong(CallRecord::millis).max().orElse(0) / 1000.0));
    }

    private static String row(JobStatusView job) {
        JobStatusView.UsageView usage = job.usage();
        JobStatusView.CostView cost = job.cost();
        if (usage == null || cost == null) {
            return String.format(
                    Locale.ROOT, "%-18s %9.1f   no model was asked", job.status(), seconds(job));
        }
        return String.format(
                Locale.ROOT,
                "%-18s %9.1f %7d %10d %11d %10.4f",
                job.status() + (Boolean.TRUE.equals(job.degraded()) ? ", degraded" : ""),
                seconds(job),
                usage.calls(),
                usage.tokensIn(),
                usage.tokensOut(),
                cost.usd());
    }

    /** Of the nearest rank; the jobs are sorted. */
    private static double percentile(List<JobStatusView> ended, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * ended.size());
        return seconds(ended.get(Math.max(1, rank) - 1));
    }

    private static double seconds(JobStatusView job) {
        return job.endedAt() == null
                ? Double.NaN
                : Duration.between(job.submittedAt(), job.endedAt()).toMillis() / 1000.0;
    }
}

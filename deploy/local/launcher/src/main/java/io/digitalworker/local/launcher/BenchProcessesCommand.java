package io.digitalworker.local.launcher;

import io.digitalworker.api.JobStatusView;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.UploadProgress;
import io.digitalworker.local.launcher.installation.Installation;
import io.digitalworker.local.launcher.installation.Memory;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import io.digitalworker.local.launcher.remote.FollowedJob;
import io.digitalworker.local.launcher.terminal.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * How long the processes take to be ready, what they hold in memory, and what one job takes. Times are
 * of this machine in this moment; the machine's load is part of them.
 */
@Command(
        name = "processes",
        mixinStandardHelpOptions = true,
        description = "Start-up, memory and one job: of the example, or of ARCHIVE.")
final class BenchProcessesCommand implements Callable<Integer> {
    private static final int RUNS = 3;
    private static final long IDLE_MS = 5_000;

    @Mixin private final InstallationOptions options = new InstallationOptions();
    @Mixin private final JobInput input = new JobInput();
    private final Console console;

    BenchProcessesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        input.check();
        try (Running running = Running.start(options, console);
                JobInput.Zipped zip = input.zipped()) {
            Installation all = running.installation();
            aloneOneByOne(all);
            FactoryClient client = new FactoryClient(all.api());
            JobStatusView job =
                    new FollowedJob(client, console)
                            .toEnd(
                                    client.submit(
                                                    input.submission(zip),
                                                    UUID.randomUUID().toString(),
                                                    UploadProgress.NONE)
                                            .jobId())
                            .view();
            jobTimes(job);
            peaks(all);
        }
        return 0;
    }

    private void aloneOneByOne(Installation all) throws InterruptedException {
        console.line(
                "each service restarted alone, " + RUNS + " times   ready       resident idle");
        for (Service service : Service.values()) {
            double[] seconds = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                seconds[run] = all.restart(service).toMillis() / 1000.0;
            }
            TimeUnit.MILLISECONDS.sleep(IDLE_MS);
            java.util.Arrays.sort(seconds);
            console.line(
                    String.format(
                            Locale.ROOT,
                            "  %-38s %6.2f s %10s",
                            service.label(),
                            seconds[RUNS / 2],
                            megabytes(Memory.resident(all.process(service).pid()))));
        }
    }

    private void jobTimes(JobStatusView job) {
        console.line(
                String.format(
                        Locale.ROOT,
                        "job %s: 202 to Running %.2f s, 202 to the end %.2f s",
                        job.status(),
                        between(job, job.startedAt()),
                        between(job, job.endedAt())));
    }

    private void peaks(Installation all) throws IOException {
        console.line("greatest resident size of each process");
        for (Map.Entry<Service, ServiceProcess> entry : all.processes().entrySet()) {
            console.line(
                    String.format(
                            Locale.ROOT,
                            "  %-38s %10s",
                            entry.getKey().label(),
                            megabytes(Memory.peak(entry.getValue().pid()))));
        }
        console.line(
                String.format(
                        Locale.ROOT,
                        "  %-38s %10s",
                        "cloud",
                        megabytes(Memory.peak(all.cloud().pid()))));
    }

    private static double between(JobStatusView job, java.time.@Nullable Instant end) {
        return end == null
                ? Double.NaN
                : Duration.between(job.submittedAt(), end).toMillis() / 1000.0;
    }

    private static String megabytes(long kilobytes) {
        return kilobytes < 0 ? "unknown" : kilobytes / 1024 + " MB";
    }
}

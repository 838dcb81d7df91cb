package io.digitalworker.local.launcher;

import io.digitalworker.api.JobAccepted;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.terminal.Console;
import io.digitalworker.local.launcher.terminal.JobProgress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A submission, watched to its end. */
final class FollowedJob {
    private static final long LOOK_EVERY_MS = 200;
    private final Console console;
    private final FactoryClient client;

    FollowedJob(Console console, URI api) {
        this.console = console;
        this.client = new FactoryClient(api);
    }

    JobStatusView run(Path archive, Path descriptor) throws IOException, InterruptedException {
        JobAccepted accepted = client.submit(archive, descriptor);
        console.line(console.good("✓") + " Accepted as job " + accepted.jobId());
        JobProgress progress = new JobProgress(console);
        while (true) {
            JobStatusView job = client.status(accepted.jobId());
            progress.show(job);
            if (job.status().isTerminal()) {
                return job;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    FactoryClient client() {
        return client;
    }
}

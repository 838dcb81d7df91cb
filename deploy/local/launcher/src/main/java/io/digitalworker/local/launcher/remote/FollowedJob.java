package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.local.launcher.client.FactoryClient;
import io.digitalworker.local.launcher.client.JobNews;
import io.digitalworker.local.launcher.client.SeenJob;
import io.digitalworker.local.launcher.client.ServerEvent;
import io.digitalworker.local.launcher.terminal.Console;
import io.digitalworker.local.launcher.terminal.JobProgress;
import java.io.IOException;
import java.time.Duration;

/** A job, watched to its end, with a line for each stage. */
public final class FollowedJob {
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private final FactoryClient client;
    private final JobProgress progress;

    public FollowedJob(FactoryClient client, Console console) {
        this.client = client;
        this.progress = new JobProgress(console);
    }

    /** Watches as long as it takes. */
    public SeenJob toEnd(String jobId) throws IOException {
        return toEnd(jobId, Duration.ofDays(365));
    }

    /**
     * Watches for so long.
     *
     * @return the job as it was seen last; not ended if the time was over
     */
    public SeenJob toEnd(String jobId, Duration atMost) throws IOException {
        long end = System.nanoTime() + atMost.toNanos();
        SeenJob job = look(jobId);
        try (JobNews news = new JobNews(client, jobId, POLL, this::heard)) {
            while (!job.hasEnded() && System.nanoTime() - end < 0) {
                if (news.await(Duration.ofNanos(end - System.nanoTime()))) {
                    job = look(jobId);
                }
            }
        }
        return job;
    }

    private SeenJob look(String jobId) throws IOException {
        SeenJob job = client.look(jobId);
        progress.show(job.view());
        return job;
    }

    private void heard(ServerEvent event) {
        if (event.name().equals("progress")) {
            JsonNode data = parsed(event.data());
            progress.redraw(data.path("stage").asText(""), data.path("progress").asInt(0));
        }
    }

    private static JsonNode parsed(String data) {
        try {
            return JSON.readTree(data);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}

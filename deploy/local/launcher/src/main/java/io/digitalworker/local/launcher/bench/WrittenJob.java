package io.digitalworker.local.launcher.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.JobStatusView;
import java.time.Duration;
import java.util.Locale;

/**
 * A job that has ended, beside its {@code report.json}.
 *
 * @param report missing where the job has none
 */
public record WrittenJob(JobStatusView job, JsonNode report) {
    public static final String TITLES =
            "job         seconds  calls  tokens in  tokens out     USD  by model  from facts"
                    + "  sentences cut  repairs  degraded";

    /** From the acceptance of the submission to the end of the job. */
    public double seconds() {
        return job.endedAt() == null
                ? Double.NaN
                : Duration.between(job.submittedAt(), job.endedAt()).toMillis() / 1000.0;
    }

    /** The job under {@link #TITLES}. */
    public String row() {
        JobStatusView.UsageView usage = job.usage();
        JobStatusView.CostView cost = job.cost();
        if (usage == null || cost == null) {
            return String.format(
                    Locale.ROOT, "%-10s %8.1f  no model was asked", job.status(), seconds());
        }
        return String.format(
                Locale.ROOT,
                "%-10s %8.1f %6d %10d %11d %7.4f %9d %11d %14d %8d  %s",
                job.status(),
                seconds(),
                usage.calls(),
                usage.tokensIn(),
                usage.tokensOut(),
                cost.usd(),
                by("model"),
                by("extractive"),
                sum("removed"),
                sum("repairs"),
                Boolean.TRUE.equals(job.degraded()) ? "yes" : "no");
    }

    /** Sections that a model was to write, by who wrote them. */
    private long by(String writer) {
        long count = 0;
        for (JsonNode section : report.path("writing")) {
            count += section.path("writer").asText().equals(writer) ? 1 : 0;
        }
        return count;
    }

    private long sum(String of) {
        long sum = 0;
        for (JsonNode section : report.path("writing")) {
            sum += section.path(of).asLong();
        }
        return sum;
    }
}

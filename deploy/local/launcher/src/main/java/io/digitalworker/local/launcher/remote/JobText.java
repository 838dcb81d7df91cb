package io.digitalworker.local.launcher.remote;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.ArtifactView;
import io.digitalworker.local.launcher.client.Printable;
import io.digitalworker.local.launcher.terminal.Console;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job in lines for people. Times are UTC. */
public final class JobText {
    private JobText() {}

    /** How it ended or where it stands, in one line. */
    public static String headline(Console console, JobStatusView job) {
        String name = Printable.of(job.moduleName());
        return switch (job.status()) {
            case Succeeded ->
                    String.format(
                            Locale.ROOT,
                            "%s %s: %d artifacts after %.1f s",
                            console.good("✓"),
                            name,
                            job.artifacts().size(),
                            seconds(job));
            case Failed ->
                    console.bad("✗ " + job.errorCode() + ": ")
                            + Printable.of(String.valueOf(job.errorMessage()));
            case Pending -> "… " + name + ": waiting for a worker";
            case Running -> "… " + name + ": " + job.stage() + ", " + job.progress() + " %";
        };
    }

    /** What is worth knowing of how it was done; none if nothing is. */
    public static List<String> remarks(JobStatusView job) {
        List<String> lines = new ArrayList<>();
        Expense.of(job).ifPresent(lines::add);
        if (job.estimate() != null) {
            lines.add(estimate(job.estimate()));
        }
        if (Boolean.TRUE.equals(job.degraded())) {
            lines.add("some sections are written without the model: see report.json");
        }
        if (!job.gaps().isEmpty()) {
            lines.add("sections not complete: " + Printable.of(String.join(", ", job.gaps())));
        }
        return lines;
    }

    /** All of it. */
    static List<String> details(JobStatusView job) {
        List<String> lines = new ArrayList<>();
        lines.add("job       " + Printable.of(job.jobId()) + attempt(job));
        if (job.basedOn() != null) {
            lines.add("revises   " + Printable.of(job.basedOn()));
        }
        lines.add("submitted " + time(job.submittedAt()));
        if (job.endedAt() != null) {
            lines.add("ended     " + time(job.endedAt()));
        }
        lines.addAll(remarks(job));
        for (ArtifactView artifact : job.artifacts()) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%10s  %s",
                            size(artifact.size()),
                            Printable.of(artifact.name())));
        }
        job.deliveries()
                .forEach(
                        each ->
                                lines.add(
                                        each.channel()
                                                + " "
                                                + Printable.of(each.state())
                                                + (each.attempts() > 1
                                                        ? " after " + each.attempts() + " attempts"
                                                        : "")));
        lines.add(deletion(job.deletion().state(), job.deletion().at()));
        return lines;
    }

    static String deletion(String state, @Nullable Instant at) {
        String when = at == null ? "" : " " + time(at);
        return "deleted".equals(state) ? "deleted  " + when : "deletion " + when;
    }

    private static String estimate(Estimate estimate) {
        if (estimate.calls() == 0) {
            return "would cost nothing: no model would write (" + estimate.reason() + ")";
        }
        return String.format(
                Locale.ROOT,
                "would cost %.4f to %.4f %s: %,d calls of the model, %,d tokens in, at most %,d"
                        + " out",
                estimate.usdFrom(),
                estimate.usdTo(),
                estimate.currency(),
                estimate.calls(),
                estimate.tokensIn(),
                estimate.tokensOutAtMost());
    }

    private static String attempt(JobStatusView job) {
        return job.attempt() > 1 ? ", attempt " + job.attempt() : "";
    }

    private static double seconds(JobStatusView job) {
        return job.endedAt() == null
                ? Double.NaN
                : Duration.between(job.submittedAt(), job.endedAt()).toMillis() / 1000.0;
    }

    /** In whole seconds. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}

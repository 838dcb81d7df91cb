package io.digitalworker.local.launcher.terminal;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.StageView;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A job as it goes: one line for each finished stage, and the running one redrawn below. */
public final class JobProgress {
    private final Console console;
    private final Set<String> shown = new HashSet<>();

    public JobProgress(Console console) {
        this.console = console;
    }

    public void show(JobStatusView job) {
        for (StageView stage : job.stages()) {
            Long took = stage.durationMs();
            if (took != null && shown.add(stage.name())) {
                console.line(
                        String.format(
                                Locale.ROOT,
                                "  %s %-10s %6.2f s",
                                console.good("✓"),
                                stage.name(),
                                took / 1000.0));
            }
        }
        if (!job.status().isTerminal()) {
            String stage = job.stage();
            redraw(
                    job.status() == JobStatus.Pending || stage == null ? "waiting" : stage,
                    job.progress());
        } else {
            console.erase();
        }
    }

    /** The running stage, as heard between two looks. */
    public void redraw(String stage, int percent) {
        console.redraw("  " + Bar.of(percent, 100) + "  " + stage);
    }
}

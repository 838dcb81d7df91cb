package io.digitalworker.generator.model;

import io.digitalworker.generator.budget.JobBudget;
import java.time.Instant;
import java.util.Objects;

/**
 * The job that a model is asked for.
 *
 * @param budget what it may spend
 * @param lastCall after this moment no call begins
 * @param goOn throws once the job has to stop; called by any thread
 * @param open its calls that are under way
 */
public record Asker(JobBudget budget, Instant lastCall, Runnable goOn, OpenCalls open) {
    public Asker(JobBudget budget, Instant lastCall, Runnable goOn) {
        this(budget, lastCall, goOn, new OpenCalls());
    }

    public Asker {
        Objects.requireNonNull(budget, "budget");
        Objects.requireNonNull(lastCall, "lastCall");
        Objects.requireNonNull(goOn, "goOn");
        Objects.requireNonNull(open, "open");
    }
}

package io.digitalworker.facts.budget;

import io.digitalworker.facts.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * How long a piece of work may take. The limits are a net for faults of ours, far above what any input
 * should need, so that the output does not depend on the machine: all work on a file is linear in its
 * size, which {@link io.digitalworker.facts.source.SourceTree} limits.
 *
 * @param file to read one
 * @param framework to take the facts of one from the whole code base
 * @param ticker nanoseconds of a clock that does not go back
 */
public record TimeBudget(Duration file, Duration framework, LongSupplier ticker) {
    private static final TimeBudget STANDARD =
            new TimeBudget(Duration.ofSeconds(20), Duration.ofSeconds(120), System::nanoTime);

    public static TimeBudget standard() {
        return STANDARD;
    }

    /**
     * Does the task for each input on as many threads as there are processors. What runs over time is
     * interrupted and not waited for.
     *
     * @param each one of the two limits
     * @return in the order of the inputs
     */
    public <I, O> List<Outcome<O>> run(List<I> inputs, Duration each, Function<I, O> task) {
        return new Crew<>(inputs, task, each.toNanos(), ticker).run();
    }

    /** Tells which file the calling thread works on from now, for the outcome of its work. */
    public static void at(SourceFile file) {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.at(file);
        }
    }
}

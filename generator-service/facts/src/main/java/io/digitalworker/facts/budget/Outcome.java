package io.digitalworker.facts.budget;

import io.digitalworker.facts.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** How a piece of work ended. */
public sealed interface Outcome<O> {
    record Done<O>(O value) implements Outcome<O> {}

    /** @param file the last that was read for it; null if none was */
    record Failed<O>(Throwable fault, @Nullable SourceFile file) implements Outcome<O> {}

    /** @param file the last that was read for it; null if none was */
    record OverTime<O>(@Nullable SourceFile file) implements Outcome<O> {}
}

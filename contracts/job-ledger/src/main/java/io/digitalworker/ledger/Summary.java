package io.digitalworker.ledger;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.Quality;
import org.jspecify.annotations.Nullable;

/**
 * How a job came to its artifacts.
 *
 * @param writer such as {@code extractive}
 * @param degraded whether something was written by less than what was asked for
 * @param quality absent for an estimate
 * @param usage of models, up to the end of the job
 * @param priceTable version of the prices; empty if no model was asked
 * @param estimate present if nothing else was asked for
 */
public record Summary(
        String writer,
        boolean degraded,
        @Nullable Quality quality,
        JobUsage usage,
        String priceTable,
        @Nullable Estimate estimate) {}

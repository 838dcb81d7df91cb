package io.digitalworker.generator.budget;

import io.digitalworker.ledger.BudgetScope;
import io.digitalworker.ledger.Usage;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * What models took as metrics: {@code model.tokens} by model and kind, {@code model.calls} by outcome,
 * {@code model.usd} by model, {@code usd.per.job}, {@code sections.degraded}. Every label is of a closed
 * set, or an id of the configuration.
 */
final class SpendingMetrics implements Spending {
    private static final double MICRO = 1_000_000;

    private final MeterRegistry registry;
    private final DistributionSummary usdPerJob;

    SpendingMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.usdPerJob = DistributionSummary.builder("usd.per.job").register(registry);
    }

    @Override
    public void settled(String model, Usage actual) {
        long plain = actual.tokensIn() - actual.tokensCached() - actual.tokensCacheWritten();
        tokens(model, "in", plain);
        tokens(model, "out", actual.tokensOut());
        tokens(model, "cached", actual.tokensCached());
        tokens(model, "cache-written", actual.tokensCacheWritten());
        registry.counter("model.usd", "model", model).increment(actual.microUsd() / MICRO);
        call("settled");
    }

    private void tokens(String model, String kind, long count) {
        registry.counter("model.tokens", "model", model, "kind", kind).increment((double) count);
    }

    @Override
    public void released() {
        call("released");
    }

    @Override
    public void refused(BudgetScope scope) {
        call("refused-" + scope.name().toLowerCase(Locale.ROOT));
    }

    private void call(String outcome) {
        registry.counter("model.calls", "outcome", outcome).increment();
    }

    @Override
    public void ended(long microUsd, int degradedSections) {
        usdPerJob.record(microUsd / MICRO);
        registry.counter("sections.degraded").increment(degradedSections);
    }
}

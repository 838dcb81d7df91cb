package io.digitalworker.generator.budget;

import io.digitalworker.ledger.Budgets;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The budgets of jobs, with the caps and prices of the configuration. */
final class BudgetBeans {
    /** A price table that cannot be read keeps the service from starting. */
    @Produces
    @Singleton
    ModelPrices prices(BudgetConfig config) {
        return config.prices().map(ModelPrices::of).orElseGet(ModelPrices::standard);
    }

    @Produces
    @Singleton
    JobBudgets budgets(
            Budgets budgets, BudgetConfig config, ModelPrices prices, MeterRegistry metrics) {
        return new JobBudgets(
                budgets, JobBudgets.caps(config), prices, new SpendingMetrics(metrics));
    }
}

package io.digitalworker.generator.budget;

import io.digitalworker.api.Options;
import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.Caps;
import io.digitalworker.ledger.Caps.Cap;
import io.digitalworker.ledger.Job;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Gives each job its budget: the caps of the installation, lowered by what its options ask for. */
public final class JobBudgets {
    private static final BigDecimal MICRO = BigDecimal.valueOf(1_000_000);

    private final Budgets budgets;
    private final Caps caps;
    private final ModelPrices prices;
    private final Spending spending;

    public JobBudgets(Budgets budgets, Caps caps, ModelPrices prices, Spending spending) {
        this.budgets = budgets;
        this.caps = caps;
        this.prices = prices;
        this.spending = spending;
    }

    static Caps caps(BudgetConfig config) {
        return new Caps(
                new Cap(micro(config.jobUsd()), config.jobTokens()),
                Cap.ofMicroUsd(micro(config.principalUsdPerDay())),
                Cap.ofMicroUsd(micro(config.usdPerDay())));
    }

    public ModelPrices prices() {
        return prices;
    }

    public JobBudget of(Job job, Options options) {
        Cap own =
                new Cap(
                        lower(caps.job().microUsd(), options.maxUsd()),
                        lower(caps.job().tokens(), options.maxTokens()));
        return new JobBudget(
                budgets,
                prices,
                job.jobId(),
                job.owner(),
                new Caps(own, caps.principal(), caps.all()),
                spending);
    }

    private static long lower(long cap, @Nullable BigDecimal usd) {
        return usd == null ? cap : Math.min(cap, micro(usd));
    }

    private static long lower(long cap, @Nullable Long tokens) {
        return tokens == null ? cap : Math.min(cap, tokens);
    }

    private static long micro(BigDecimal usd) {
        return usd.multiply(MICRO).setScale(0, RoundingMode.FLOOR).longValueExact();
    }
}

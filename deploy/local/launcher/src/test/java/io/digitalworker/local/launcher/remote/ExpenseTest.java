package io.digitalworker.local.launcher.remote;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.CostView;
import io.digitalworker.api.JobStatusView.UsageView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpenseTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void isSilentWhereNoModelWasAsked() {
        assertThat(Expense.of(job(null, null))).isEmpty();
    }

    @Test
    void tellsCallsTokensAndMoney() {
        CostView cost =
                new CostView(new BigDecimal("0.123456"), BigDecimal.ZERO, "USD", "2026-11-21");

        assertThat(Expense.of(job(new UsageView(12, 81_234, 9_876, 50_000), cost)))
                .contains(
                        "12 calls of the model, 81,234 tokens in (50,000 cached), 9,876 out: 0.1235"
                                + " USD (prices of 2026-11-21)");
    }

    @Test
    void tellsWhatOpenCallsMayHaveCost() {
        CostView cost = new CostView(BigDecimal.ZERO, new BigDecimal("0.05"), "USD", null);

        assertThat(Expense.of(job(new UsageView(0, 0, 0, 0), cost)).orElseThrow())
                .endsWith("0.0000 USD, and up to 0.0500 for open calls");
    }

    private static JobStatusView job(@Nullable UsageView usage, @Nullable CostView cost) {
        return new JobStatusView(
                "j-1",
                JobStatus.Succeeded,
                "Shop",
                1,
                null,
                100,
                null,
                List.of(),
                NOW,
                NOW,
                NOW,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "bedrock",
                false,
                usage,
                cost,
                null,
                null,
                List.of(),
                new JobStatusView.DeletionView("scheduled", NOW),
                null,
                null);
    }
}

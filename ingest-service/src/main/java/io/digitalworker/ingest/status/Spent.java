package io.digitalworker.ingest.status;

import io.digitalworker.api.Estimate;
import io.digitalworker.api.JobStatusView.CostView;
import io.digitalworker.api.JobStatusView.UsageView;
import io.digitalworker.api.Quality;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobUsage;
import io.digitalworker.ledger.Summary;
import io.digitalworker.ledger.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a job took, and what it came to; each is null where it does not apply. */
final class Spent {
    /** Decimal places of money. */
    private static final int MICRO = 6;

    private Spent() {}

    static @Nullable String writer(Job job) {
        Summary summary = job.summary();
        return summary == null ? null : summary.writer();
    }

    static @Nullable Boolean degraded(Job job) {
        Summary summary = job.summary();
        return summary == null ? null : summary.degraded();
    }

    static @Nullable Quality quality(Job job) {
        Summary summary = job.summary();
        return summary == null ? null : summary.quality();
    }

    static @Nullable Estimate estimate(Job job) {
        Summary summary = job.summary();
        return summary == null ? null : summary.estimate();
    }

    static @Nullable UsageView usage(OwnedJob owned) {
        if (owned.usage().equals(JobUsage.NONE)) {
            return null;
        }
        Usage settled = owned.usage().settled();
        return new UsageView(
                settled.calls(), settled.tokensIn(), settled.tokensOut(), settled.tokensCached());
    }

    static @Nullable CostView cost(OwnedJob owned) {
        JobUsage usage = owned.usage();
        if (usage.equals(JobUsage.NONE)) {
            return null;
        }
        Summary summary = owned.job().summary();
        return new CostView(
                usd(usage.settled().microUsd()),
                usd(usage.reservedMicroUsd()),
                Estimate.USD,
                summary == null ? null : summary.priceTable());
    }

    private static BigDecimal usd(long micro) {
        return BigDecimal.valueOf(micro, MICRO);
    }
}

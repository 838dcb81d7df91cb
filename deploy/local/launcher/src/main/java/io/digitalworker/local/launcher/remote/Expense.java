package io.digitalworker.local.launcher.remote;

import io.digitalworker.api.JobStatusView;
import java.util.Locale;
import java.util.Optional;

/** What models took for a job, in one line. */
final class Expense {
    private Expense() {}

    /** Absent where none was asked. */
    static Optional<String> of(JobStatusView job) {
        JobStatusView.UsageView usage = job.usage();
        JobStatusView.CostView cost = job.cost();
        if (usage == null || cost == null) {
            return Optional.empty();
        }
        String line =
                String.format(
                        Locale.ROOT,
                        "%,d calls of the model, %,d tokens in (%,d cached), %,d out: %.4f %s",
                        usage.calls(),
                        usage.tokensIn(),
                        usage.tokensCached(),
                        usage.tokensOut(),
                        cost.usd(),
                        cost.currency());
        String more =
                cost.reserved().signum() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, ", and up to %.4f for open calls", cost.reserved());
        String table = cost.priceTable() == null ? "" : " (prices of " + cost.priceTable() + ")";
        return Optional.of(line + more + table);
    }
}

package io.digitalworker.ingest.status;

import io.digitalworker.ingest.Caller;
import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.JobListing;
import jakarta.inject.Singleton;

/** Gives each caller their own jobs. */
@Singleton
public final class JobsByOwner {
    private final JobLedger ledger;
    private final Deliveries deliveries;
    private final Deletions deletions;
    private final Budgets budgets;
    private final JobListing listing;

    JobsByOwner(
            JobLedger ledger,
            Deliveries deliveries,
            Deletions deletions,
            Budgets budgets,
            JobListing listing) {
        this.listing = listing;
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.deletions = deletions;
        this.budgets = budgets;
    }

    public OwnedJobs of(Caller caller) {
        return new OwnedJobs(caller.principal(), ledger, deliveries, deletions, budgets, listing);
    }
}

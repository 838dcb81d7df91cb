package io.digitalworker.ingest.status;

import io.digitalworker.ingest.Caller;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.JobLedger;
import jakarta.inject.Singleton;

/** Gives each caller their own jobs. */
@Singleton
public final class JobsByOwner {
    private final JobLedger ledger;
    private final Deliveries deliveries;
    private final Deletions deletions;

    JobsByOwner(JobLedger ledger, Deliveries deliveries, Deletions deletions) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.deletions = deletions;
    }

    public OwnedJobs of(Caller caller) {
        return new OwnedJobs(caller.principal(), ledger, deliveries, deletions);
    }
}

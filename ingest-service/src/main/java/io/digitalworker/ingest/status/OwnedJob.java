package io.digitalworker.ingest.status;

import io.digitalworker.ledger.Deletion;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobUsage;
import java.util.List;
import java.util.Optional;

/** A job that its owner asked for, with what else is known of it. Only {@link OwnedJobs} makes one. */
public final class OwnedJob {
    private final Job job;
    private final List<Delivery> deliveries;
    private final Optional<Deletion> deletion;
    private final JobUsage usage;

    OwnedJob(Job job, List<Delivery> deliveries, Optional<Deletion> deletion, JobUsage usage) {
        this.job = job;
        this.deliveries = List.copyOf(deliveries);
        this.deletion = deletion;
        this.usage = usage;
    }

    public Job job() {
        return job;
    }

    List<Delivery> deliveries() {
        return deliveries;
    }

    public Optional<Deletion> deletion() {
        return deletion;
    }

    JobUsage usage() {
        return usage;
    }
}

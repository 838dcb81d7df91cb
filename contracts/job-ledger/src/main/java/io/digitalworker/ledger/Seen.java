package io.digitalworker.ledger;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The job at one moment: its item as the table had it, and what it means. */
record Seen(Item item, Job job) {
    static Seen of(Item item) {
        return new Seen(item, JobItem.read(item));
    }

    Seen after(Edit edit) {
        return of(edit.applyTo(item));
    }

    boolean isClaimed(Instant now) {
        Instant until = job.claimUntil();
        return until != null && until.isAfter(now);
    }

    boolean isPastDeadline(Instant now) {
        Instant deadline = job.deadline();
        return deadline != null && !deadline.isAfter(now);
    }

    /** What belongs to the job lives as long as it. */
    AttributeValue expiresAt() {
        return Values.number(item.number(Items.EXPIRES_AT));
    }
}

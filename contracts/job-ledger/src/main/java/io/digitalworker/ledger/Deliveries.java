package io.digitalworker.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The notifications of a job (design §4.4): one item per event and channel. */
public final class Deliveries {
    public Deliveries(DynamoDbClient db, String table, Retention retention, Clock clock) {}

    /** Notes a delivery as due now; an existing one is left alone. */
    public void schedule(String jobId, String channel, String eventId, long sequence) {
        throw new UnsupportedOperationException();
    }

    /**
     * Begins the next attempt if it is due: counts it and keeps others away for {@code lease}.
     *
     * @return the delivery with its attempt counted, absent if it is over, not due, or another's
     */
    public Optional<Delivery> begin(String jobId, String channel, String eventId, Duration lease) {
        throw new UnsupportedOperationException();
    }

    /** The receiver has it. */
    public void delivered(Delivery begun) {
        throw new UnsupportedOperationException();
    }

    /** It failed; try again then. */
    public void again(Delivery begun, Instant dueAt) {
        throw new UnsupportedOperationException();
    }

    /** It failed for good. */
    public void undelivered(Delivery begun) {
        throw new UnsupportedOperationException();
    }

    /** Of a job, by event and channel. */
    public List<Delivery> of(String jobId) {
        throw new UnsupportedOperationException();
    }
}

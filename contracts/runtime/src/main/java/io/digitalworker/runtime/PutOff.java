package io.digitalworker.runtime;

import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How long a message is put off that cannot be worked on now (design §3). */
@Singleton
public final class PutOff {
    /** A cloud that comes back finds its work taken up again soon, however long it was away. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Clock queueTime;
    private final Clock ledgerTime;

    @Inject
    PutOff(RealTime queueTime, Clock ledgerTime) {
        this(queueTime.clock(), ledgerTime);
    }

    /**
     * @param queueTime the real time, which SQS tells first receipts by
     * @param ledgerTime the services' time, which claims end by
     */
    public PutOff(Clock queueTime, Clock ledgerTime) {
        this.queueTime = queueTime;
        this.ledgerTime = ledgerTime;
    }

    /** Does the work; a fault of the cloud puts the message off, anything else it throws goes through. */
    public Outcome whereCloudIsAway(Received received, Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException fault) {
            if (TransientFaults.is(fault)) {
                return again(received.firstReceived());
            }
            throw fault;
        }
    }

    /** As long again as the message has waited so far: from 2 s, doubling, up to 15 s. */
    public Outcome again(Instant firstReceived) {
        Duration waited = Duration.between(firstReceived, queueTime.instant());
        return Outcome.later(within(SHORTEST, waited, LONGEST));
    }

    /** Until a claim has ended. */
    public Outcome until(Instant claimEnds) {
        Duration rest = Duration.between(ledgerTime.instant(), claimEnds).plusSeconds(1);
        return Outcome.later(within(Duration.ofSeconds(1), rest, Outcome.Later.LIMIT));
    }

    private static Duration within(Duration least, Duration value, Duration most) {
        if (value.compareTo(least) < 0) {
            return least;
        }
        return value.compareTo(most) > 0 ? most : value;
    }
}

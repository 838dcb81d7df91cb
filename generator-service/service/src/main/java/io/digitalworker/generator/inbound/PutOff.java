package io.digitalworker.generator.inbound;

import io.digitalworker.queue.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a message is put off. */
final class PutOff {
    /** A cloud that comes back finds its jobs taken up again soon, however long it was away. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Clock queueTime;
    private final Clock ledgerTime;

    /**
     * @param queueTime the real time, which SQS tells first receipts by
     * @param ledgerTime the services' time, which claims end by
     */
    PutOff(Clock queueTime, Clock ledgerTime) {
        this.queueTime = queueTime;
        this.ledgerTime = ledgerTime;
    }

    /** As long again as the message has waited so far: from 2 s, doubling, up to 15 s. */
    Outcome again(Instant firstReceived) {
        Duration waited = Duration.between(firstReceived, queueTime.instant());
        return Outcome.later(within(SHORTEST, waited, LONGEST));
    }

    /** Until a claim has ended. */
    Outcome until(Instant claimEnds) {
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

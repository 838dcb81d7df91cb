package io.digitalworker.cleanup.inbound;

import io.digitalworker.cleanup.letter.KeepLetter;
import io.digitalworker.queue.Delivery;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.PutOff;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The dead-letter queues of all services, which also take what the bus could not deliver to the queues
 * themselves: the same body.
 */
@Singleton
public class DeadLetterQueues {
    private final KeepLetter keepLetter;
    private final PutOff putOff;

    DeadLetterQueues(KeepLetter keepLetter, PutOff putOff) {
        this.keepLetter = keepLetter;
        this.putOff = putOff;
    }

    @Incoming("generate-dlq")
    void receiveOfGenerate(Delivery delivery) {
        delivery.handle(this::ofGenerate);
    }

    @Incoming("notify-dlq")
    void receiveOfNotify(Delivery delivery) {
        delivery.handle(this::ofNotify);
    }

    @Incoming("cleanup-dlq")
    void receiveOfCleanup(Delivery delivery) {
        delivery.handle(this::ofCleanup);
    }

    Outcome ofGenerate(Received received) {
        return putOff.whereCloudIsAway(
                received,
                () -> {
                    Duration claimed = keepLetter.ofGenerate(received);
                    return claimed.isZero() ? Outcome.done() : Outcome.later(claimed);
                });
    }

    Outcome ofNotify(Received received) {
        return kept(received, keepLetter::ofNotify);
    }

    Outcome ofCleanup(Received received) {
        return kept(received, keepLetter::ofCleanup);
    }

    private Outcome kept(Received received, Consumer<Received> keep) {
        return putOff.whereCloudIsAway(
                received,
                () -> {
                    keep.accept(received);
                    return Outcome.done();
                });
    }
}

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

    DeadLetterQueues(KeepLetter keepLetter) {
        this.keepLetter = keepLetter;
    }

    @Incoming("generate-dlq")
    void receiveOfGenerate(Delivery delivery) {
        delivery.handle(r -> PutOff.whereCloudIsAway(r, () -> ofGenerate(r)));
    }

    @Incoming("notify-dlq")
    void receiveOfNotify(Delivery delivery) {
        delivery.handle(r -> kept(r, keepLetter::ofNotify));
    }

    @Incoming("cleanup-dlq")
    void receiveOfCleanup(Delivery delivery) {
        delivery.handle(r -> kept(r, keepLetter::ofCleanup));
    }

    private Outcome ofGenerate(Received received) {
        Duration claimed = keepLetter.ofGenerate(received);
        return claimed.isZero() ? Outcome.done() : Outcome.later(claimed);
    }

    private static Outcome kept(Received received, Consumer<Received> keep) {
        return PutOff.whereCloudIsAway(
                received,
                () -> {
                    keep.accept(received);
                    return Outcome.done();
                });
    }
}

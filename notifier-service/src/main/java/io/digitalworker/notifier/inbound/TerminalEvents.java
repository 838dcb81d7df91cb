package io.digitalworker.notifier.inbound;

import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.api.event.JobSucceeded;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.notifier.NotifySubscribers;
import io.digitalworker.queue.Delivery;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.PutOff;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The queue {@code notify}: ends of attempts and of batches. Other events have nobody to tell. */
@Singleton
public class TerminalEvents {
    private final NotifySubscribers notifySubscribers;
    private final PutOff putOff;

    TerminalEvents(NotifySubscribers notifySubscribers, PutOff putOff) {
        this.notifySubscribers = notifySubscribers;
        this.putOff = putOff;
    }

    @Incoming("notify")
    void receive(Delivery delivery) {
        delivery.handle(this::handle);
    }

    Outcome handle(Received received) {
        JobEvent event = EventJson.ofEnvelope(received.body());
        if (event instanceof JobSucceeded
                || event instanceof JobFailed
                || event instanceof BatchCompleted) {
            return putOff.whereCloudIsAway(received, () -> tell(event));
        }
        return Outcome.done();
    }

    private Outcome tell(JobEvent ended) {
        notifySubscribers.of(ended);
        return Outcome.done();
    }
}

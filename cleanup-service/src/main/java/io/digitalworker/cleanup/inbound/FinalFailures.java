package io.digitalworker.cleanup.inbound;

import io.digitalworker.api.event.JobEvent;
import io.digitalworker.api.event.JobFailed;
import io.digitalworker.cleanup.DeleteArtifacts;
import io.digitalworker.ledger.EventJson;
import io.digitalworker.queue.Delivery;
import io.digitalworker.queue.Outcome;
import io.digitalworker.queue.Received;
import io.digitalworker.runtime.PutOff;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The queue {@code cleanup}: jobs that failed for good. A recoverable one keeps its source. */
@Singleton
public class FinalFailures {
    private final DeleteArtifacts deleteArtifacts;
    private final PutOff putOff;

    FinalFailures(DeleteArtifacts deleteArtifacts, PutOff putOff) {
        this.deleteArtifacts = deleteArtifacts;
        this.putOff = putOff;
    }

    @Incoming("cleanup")
    void receive(Delivery delivery) {
        delivery.handle(this::handle);
    }

    Outcome handle(Received received) {
        JobEvent event = EventJson.ofEnvelope(received.body());
        if (event instanceof JobFailed failed && failed.finalFailure()) {
            return putOff.whereCloudIsAway(received, () -> delete(failed));
        }
        return Outcome.done();
    }

    private Outcome delete(JobFailed failed) {
        Duration lookAgain = deleteArtifacts.ofSource(failed);
        return lookAgain.isZero() ? Outcome.done() : Outcome.later(lookAgain);
    }
}

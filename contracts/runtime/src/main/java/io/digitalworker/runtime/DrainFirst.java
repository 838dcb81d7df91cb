package io.digitalworker.runtime;

import io.digitalworker.queue.WorkQueues;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Lets the queues drain before anything else ends: what finishes then still has its events sent. A
 * service without a queue excludes this class.
 */
@Singleton
final class DrainFirst {
    private final WorkQueues queues;

    DrainFirst(WorkQueues queues) {
        this.queues = queues;
    }

    void drain(@Observes @Priority(1) ShutdownEvent event) {
        queues.drain();
    }
}

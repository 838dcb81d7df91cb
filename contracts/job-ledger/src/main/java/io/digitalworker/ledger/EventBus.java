package io.digitalworker.ledger;

import java.util.List;

/** The bus, as the relay needs it. */
public interface EventBus {
    /**
     * Puts events on the bus.
     *
     * @param events 1 to 10
     * @return for each event, in order, whether the bus took it; a bus out of reach took none
     */
    List<Boolean> publish(List<StoredEvent> events);
}

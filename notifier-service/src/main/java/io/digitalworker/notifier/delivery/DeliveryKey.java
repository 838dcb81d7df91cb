package io.digitalworker.notifier.delivery;

import io.digitalworker.ledger.DueItem;

/** Which delivery: one item of the ledger, {@code delivery#<channel>#<eventId>} (design §4.5). */
public record DeliveryKey(String jobId, String channel, String eventId) {

    /**
     * Reads the key of a due item.
     *
     * @throws IllegalArgumentException if it is not one of a delivery
     */
    public static DeliveryKey of(DueItem item) {
        String[] parts = item.metadata().split("#", 3);
        if (parts.length != 3 || !parts[0].equals("delivery")) {
            throw new IllegalArgumentException("not a delivery: " + item.metadata());
        }
        return new DeliveryKey(item.jobId(), parts[1], parts[2]);
    }
}

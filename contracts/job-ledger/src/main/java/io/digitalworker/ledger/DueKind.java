package io.digitalworker.ledger;

import java.util.Locale;

/** What can wait for its time. */
public enum DueKind {
    /** An event that the bus has not taken yet. */
    EVENT,
    /** The end of a claim. */
    LEASE,
    /** The deletion of source and artifacts. */
    DELETION,
    /** The next attempt of a notification. */
    DELIVERY,
    /** The next look at a batch. */
    BATCH,
    /** The deletion of what was uploaded. */
    UPLOAD,
    /** A dead letter that waits for an operator; nothing happens at its time. */
    LETTER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.digitalworker.ledger;

import io.digitalworker.api.event.JobEvent;

/** Events as JSON, and back from what a queue delivers. */
public final class EventJson {
    private EventJson() {}

    /** The {@code detail}. */
    public static String detail(JobEvent event) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the envelope of EventBridge as it arrives in a queue.
     *
     * @throws UnreadableEvent if it is not one of ours, or of a major version that is not known
     */
    public static JobEvent ofEnvelope(String body) {
        throw new UnsupportedOperationException();
    }

    /** Not an event that this version understands. Its message never holds the body. */
    public static final class UnreadableEvent extends RuntimeException {
        private static final long serialVersionUID = 1;

        public UnreadableEvent(String why) {
            super(why);
        }
    }
}

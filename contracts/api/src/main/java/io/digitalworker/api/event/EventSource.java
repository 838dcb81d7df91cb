package io.digitalworker.api.event;

import java.util.Locale;

/** Who writes events; each service sends its own. */
public enum EventSource {
    INGEST,
    GENERATOR,
    NOTIFIER,
    CLEANUP;

    /** The {@code source} on the bus. */
    public String onBus() {
        return "digitalworker." + key();
    }

    /** The service's short name, such as {@code ingest}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

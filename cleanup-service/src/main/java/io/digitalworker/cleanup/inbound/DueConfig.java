package io.digitalworker.cleanup.inbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace of the due passes. */
@ConfigMapping(prefix = "digitalworker.due")
public interface DueConfig {
    /** Pause between two passes. */
    @WithDefault("10S")
    Duration every();

    /** How long after the end of a claim its job is rescued; the queue has redelivered by then. */
    @WithDefault("15S")
    Duration afterRedelivery();

    /** Events older than this are sent whoever they belong to. */
    @WithDefault("60S")
    Duration lateEvent();
}

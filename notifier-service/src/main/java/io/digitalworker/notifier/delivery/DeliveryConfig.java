package io.digitalworker.notifier.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How deliveries are tried. */
@ConfigMapping(prefix = "digitalworker.delivery")
public interface DeliveryConfig {
    /** Waits between attempts; there is one attempt more than waits. Eight over 12 hours. */
    @WithDefault("5S,30S,2M,15M,1H,4H,6H42M25S")
    List<Duration> waits();

    /**
     * Wait after an attempt that the cloud did not allow. Such attempts are not limited, and the wait is
     * short: a connection that a restart of the cloud has broken is found out by just one of them.
     */
    @WithDefault("3S")
    Duration waitForCloud();

    /** How long an attempt keeps others away; longer than an attempt can take. */
    @WithDefault("15S")
    Duration lease();

    /** Pause between two passes over what is due. */
    @WithDefault("5S")
    Duration every();
}

package io.digitalworker.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;

/** How often one principal may call one instance. */
@ConfigMapping(prefix = "digitalworker.rate-limit")
public interface RateConfig {
    /** Requests per second in the long run: 10; 1,000 where everybody is one person (mode none). */
    OptionalInt perSecond();

    /** Requests at once after a pause, as seconds' worth of {@link #perSecond}. */
    @WithDefault("2")
    int burstSeconds();

    /** Principals whose use is remembered; beyond it whoever has not called for longest is forgotten. */
    @WithDefault("10000")
    int principals();
}

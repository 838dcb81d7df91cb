package io.digitalworker.ingest.follow;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs are followed. */
@ConfigMapping(prefix = "digitalworker.follow")
public interface FollowConfig {
    /** Pause between two looks at a job. */
    @WithDefault("1S")
    Duration every();

    /** Longest silence; shorter than what proxies take for a dead connection. */
    @WithDefault("10S")
    Duration heartbeat();

    /** How long one stream lasts; the caller goes on where it ended. Behind API Gateway: 20 s. */
    @WithDefault("15M")
    Duration longest();

    /** Streams that one caller may have open at this instance. */
    @WithDefault("20")
    int perCaller();

    /** Streams that this instance has open for all callers. */
    @WithDefault("500")
    int forAll();
}

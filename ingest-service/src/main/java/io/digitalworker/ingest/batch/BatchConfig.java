package io.digitalworker.ingest.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The pace of batches, and what is promised of it. */
@ConfigMapping(prefix = "digitalworker.batch")
public interface BatchConfig {
    /** How often batches are looked at that wait for their jobs. */
    @WithDefault("2S")
    Duration every();

    /** How long nobody else works on a batch after whoever does was last heard of. */
    @WithDefault("30S")
    Duration lease();

    /** What a job takes, as long as none of its batch has ended. */
    @WithDefault("30S")
    Duration perJob();

    /** Jobs that a generator works on at a time ({@code GENERATOR_WORKERS}), for the same while. */
    @WithDefault("5")
    int atATime();
}

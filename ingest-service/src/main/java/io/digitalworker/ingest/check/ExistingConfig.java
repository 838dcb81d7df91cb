package io.digitalworker.ingest.check;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What may come beside the source. */
@ConfigMapping(prefix = "digitalworker.existing")
public interface ExistingConfig {
    /** How long a partial document may be; at most 1 MB, which is what the generator reads. */
    @WithDefault("1M")
    MemorySize limit();
}

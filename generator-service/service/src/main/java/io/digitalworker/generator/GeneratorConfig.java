package io.digitalworker.generator;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What the generator must be told beside what every service is told. */
@ConfigMapping(prefix = "digitalworker.generator")
public interface GeneratorConfig {
    /**
     * Jobs at once; the one setting for workers of the queue. A job that a model writes waits for it most of
     * the time, and {@link #archivesAtOnce} keeps the memory, so there may be more of them than processors.
     */
    int workers();

    /**
     * How large the archives of all jobs at once may be together; above it a job waits in the queue. A
     * single job always fits. It keeps the process within its memory however many workers there are.
     */
    @WithDefault("64M")
    MemorySize archivesAtOnce();

    /** Where archives lie while they are worked on; the system's temporary directory otherwise. */
    Optional<Path> workDirectory();

    /**
     * A folder of {@code .ttf} and {@code .otf} files for characters that the bundled fonts lack, read once
     * when the service starts. One that cannot be read keeps it from starting.
     */
    Optional<Path> fontsDirectory();
}

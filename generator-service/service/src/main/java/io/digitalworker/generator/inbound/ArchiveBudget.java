package io.digitalworker.generator.inbound;

import io.digitalworker.generator.GeneratorConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Bounds the archives that are worked on at once, in bytes: the memory that a job needs grows with its
 * archive. An archive over the whole budget is worked on alone.
 */
@Singleton
final class ArchiveBudget {
    private final long budget;
    private long taken;

    @Inject
    ArchiveBudget(GeneratorConfig config) {
        this(config.archivesAtOnce().asLongValue());
    }

    ArchiveBudget(long bytes) {
        this.budget = bytes;
    }

    /** Takes the archive's share if there is room for it; what was taken is given back. */
    synchronized boolean take(long bytes) {
        if (taken > 0 && taken + bytes > budget) {
            return false;
        }
        taken += bytes;
        return true;
    }

    synchronized void giveBack(long bytes) {
        taken -= bytes;
    }
}

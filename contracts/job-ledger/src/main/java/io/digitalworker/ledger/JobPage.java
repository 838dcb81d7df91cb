package io.digitalworker.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some of an owner's jobs, newest first.
 *
 * @param jobs may be fewer than were asked for, even none, where more follow
 * @param next where the next page begins; absent at the end
 */
public record JobPage(List<Entry> jobs, @Nullable JobPosition next) {
    public JobPage {
        jobs = List.copyOf(jobs);
    }

    /** A job, and the deletion of what it has. */
    public record Entry(Job job, Optional<Deletion> deletion) {}
}

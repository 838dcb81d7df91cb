package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The only way out of {@code Failed}: recoverable, and its source still there (design §3). */
final class Redrive implements Transitions.Plan {
    private final Transitions transitions;
    private final List<Write> others;

    Redrive(Transitions transitions, Write... others) {
        this.transitions = transitions;
        this.others = List.of(others);
    }

    @Override
    public @Nullable Move move(Seen seen, Chronicle chronicle) {
        Job job = seen.job();
        JobFault fault = job.fault();
        boolean recoverable =
                job.status() == JobStatus.Failed && fault != null && !fault.finalFailure();
        if (!recoverable || !job.deletionAt().isAfter(chronicle.now()) || isSourceGone(job)) {
            return null;
        }
        return new Move(JobEdits.redriven(seen, chronicle), withSources(job));
    }

    /** Nobody asks for the deletion of what it works from in the same moment. */
    private List<Write> withSources(Job job) {
        List<Write> writes = new ArrayList<>(others);
        sources(job).map(DeletionItem::untouched).forEach(writes::add);
        return writes;
    }

    private boolean isSourceGone(Job job) {
        return sources(job).anyMatch(this::isGone);
    }

    /** Of a revision also its root, which it works from. */
    private static Stream<String> sources(Job job) {
        return Stream.of(job.jobId(), job.root()).distinct();
    }

    private boolean isGone(String jobId) {
        return transitions
                .table()
                .read(jobId, Items.DELETION)
                .map(DeletionItem::read)
                .map(Deletion::takesSource)
                .orElse(true);
    }
}

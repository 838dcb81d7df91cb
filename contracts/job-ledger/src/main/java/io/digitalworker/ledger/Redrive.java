package io.digitalworker.ledger;

import io.digitalworker.api.JobStatus;
import java.util.ArrayList;
import java.util.List;
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
        return new Move(JobEdits.redriven(seen, chronicle), new ArrayList<>(others));
    }

    /** Of a revision also where the root's is, which it works from. */
    private boolean isSourceGone(Job job) {
        return isGone(job.jobId()) || isGone(job.root());
    }

    private boolean isGone(String jobId) {
        return transitions
                .table()
                .read(jobId, Items.DELETION)
                .map(DeletionItem::read)
                .map(deletion -> deletion.deletedAt() != null || deletion.sourceDeletedAt() != null)
                .orElse(true);
    }
}

package io.digitalworker.ingest.follow;

import io.digitalworker.api.JobStatus;
import io.digitalworker.api.event.JobProgressed;
import io.digitalworker.ingest.status.FollowedJob;
import io.digitalworker.ledger.StoredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One caller following one job: knows what was told, and tells the rest. The events behind the last one are
 * read only when the job says that there are some. For one thread at a time.
 */
final class Following {
    private final FollowedJob job;
    private final FollowConfig config;
    private final Clock clock;
    private final Instant until;
    private long sequence;
    private Told.@Nullable Progress progress;
    private @Nullable Instant spokeAt;
    private volatile boolean over;

    /**
     * @param after sequence of the last event that the caller has seen; 0 for none
     */
    Following(FollowedJob job, long after, FollowConfig config, Clock clock) {
        this.job = job;
        this.sequence = after;
        this.config = config;
        this.clock = clock;
        this.until = clock.instant().plus(config.longest());
    }

    /** Whether nothing is told any more, here. */
    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** Looks at the job, and gives what there is to tell. */
    List<Told> next() {
        List<Told> told = new ArrayList<>();
        Optional<FollowedJob.State> state = job.look();
        state.ifPresent(seen -> tell(seen, told));
        Instant now = clock.instant();
        over |= state.filter(seen -> !isEnd(seen)).isEmpty() || !now.isBefore(until);
        if (told.isEmpty() && isTooSilent(now)) {
            told.add(new Told.Heartbeat());
        }
        if (!told.isEmpty()) {
            spokeAt = now;
        }
        return told;
    }

    private void tell(FollowedJob.State seen, List<Told> told) {
        if (seen.sequence() > sequence) {
            job.eventsAfter(sequence).forEach(event -> told.add(event(event)));
            // an event that this version cannot read is passed over
            sequence = Math.max(sequence, seen.sequence());
        }
        boolean current = sequence == seen.sequence();
        if (current && seen.status() == JobStatus.Running && seen.stage() != null) {
            tellProgress(new Told.Progress(seen.stage(), seen.progress()), told);
        }
    }

    private Told event(StoredEvent stored) {
        sequence = stored.event().sequence();
        if (stored.event() instanceof JobProgressed entered) {
            progress = new Told.Progress(entered.stage(), entered.progress());
        }
        return new Told.Event(sequence, stored.event().detailType(), stored.detail());
    }

    private void tellProgress(Told.Progress now, List<Told> told) {
        if (!now.equals(progress)) {
            progress = now;
            told.add(now);
        }
    }

    private boolean isEnd(FollowedJob.State seen) {
        return sequence >= seen.sequence() && !seen.goesOn();
    }

    private boolean isTooSilent(Instant now) {
        return spokeAt == null || !now.isBefore(spokeAt.plus(config.heartbeat()));
    }
}

package io.digitalworker.ingest.follow;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.FieldError;
import io.digitalworker.ingest.Caller;
import io.digitalworker.ingest.status.FollowedJob;
import io.digitalworker.ingest.status.JobsByOwner;
import io.digitalworker.runtime.RealTime;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Tells a caller what happens to a job, event by event, from the ledger: so any instance tells of any job,
 * and whoever was cut off goes on at another one without gap or repetition. A stream is a timer and no
 * thread; a few threads look at the jobs for all of them. Where the ledger is out of reach, and where this
 * process ends, streams end, and callers come again.
 */
@Singleton
public final class FollowJob {
    private static final Logger LOG = Logger.getLogger(FollowJob.class);
    private static final int THREADS = 4;

    private final JobsByOwner jobs;
    private final OpenStreams streams;
    private final FollowConfig config;
    private final RealTime realTime;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;
    private final ExecutorService lookers =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        Thread thread = new Thread(work, "follow-jobs");
                        thread.setDaemon(true);
                        return thread;
                    });

    FollowJob(JobsByOwner jobs, OpenStreams streams, FollowConfig config, RealTime realTime) {
        this.jobs = jobs;
        this.streams = streams;
        this.config = config;
        this.realTime = realTime;
    }

    /** What came of the wish to follow a job. */
    public sealed interface Followed {
        /**
         * Messages until nothing follows, or for as long as a stream lasts.
         *
         * @param close gives the stream's place to another one; may be repeated
         */
        record Stream(Multi<Told> messages, Runnable close) implements Followed {}

        /** Nothing follows what the caller has seen. */
        record NothingMore() implements Followed {}

        record Refused(ErrorCode code, List<FieldError> details) implements Followed {
            public Refused {
                details = List.copyOf(details);
            }
        }
    }

    /**
     * Follows a job of a caller.
     *
     * @param after sequence of the last event that the caller has seen; 0 for none
     */
    public Followed follow(Caller caller, String jobId, long after) {
        FollowedJob job = jobs.of(caller).followed(jobId);
        Optional<FollowedJob.State> state = job.look();
        if (state.isEmpty()) {
            return new Followed.Refused(ErrorCode.JOB_NOT_FOUND, List.of());
        }
        if (after > state.get().sequence()) {
            FieldError fault = new FieldError("Last-Event-ID", "is beyond the job's last event");
            return new Followed.Refused(ErrorCode.REQUEST_MALFORMED, List.of(fault));
        }
        if (after == state.get().sequence() && !state.get().goesOn()) {
            return new Followed.NothingMore();
        }
        return streams.open(caller.principal())
                .<Followed>map(
                        place -> stream(new Following(job, after, config, realTime.clock()), place))
                .orElseGet(() -> new Followed.Refused(ErrorCode.TOO_MANY_STREAMS, List.of()));
    }

    private Followed.Stream stream(Following following, OpenStreams.Place place) {
        followings.add(following);
        Runnable close =
                () -> {
                    following.end();
                    followings.remove(following);
                    place.close();
                };
        Multi<Told> messages =
                Multi.createBy()
                        .repeating()
                        .uni(() -> following, this::next)
                        .withDelay(config.every())
                        .whilst(told -> !following.isOver() && !ending)
                        .onItem()
                        .<Told>disjoint()
                        .onFailure()
                        .invoke(FollowJob::log)
                        .onFailure()
                        .recoverWithCompletion()
                        .onTermination()
                        .invoke(close);
        return new Followed.Stream(messages, close);
    }

    private Uni<List<Told>> next(Following following) {
        return Uni.createFrom().item(following::next).runSubscriptionOn(lookers);
    }

    private static void log(Throwable fault) {
        LOG.warnf("a stream of events ends: %s", fault.getClass().getSimpleName());
    }

    /** Before the server waits for what is being answered. */
    void end(@Observes ShutdownDelayInitiatedEvent event) {
        ending = true;
        followings.forEach(Following::end);
    }

    @PreDestroy
    void close() {
        lookers.shutdownNow();
    }
}

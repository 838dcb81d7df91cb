package io.digitalworker.queue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Asks the queue for as many messages as there are free workers, for ever: no fault ends it, only
 * {@link #stop}.
 */
final class Poller {

    /** Takes what was received; answers whether it is now responsible for its place. */
    interface Arrivals {
        boolean accept(Message message, long askedNanos);
    }

    private static final Logger LOG = Logger.getLogger(Poller.class);

    /** The most that SQS hands out at once. */
    private static final int BATCH = 10;

    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final String channel;
    private final SqsQueue queue;
    private final Semaphore free;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int failures;
    private volatile @Nullable String trouble = "not connected yet";

    Poller(String channel, SqsQueue queue, Semaphore free) {
        this.channel = channel;
        this.queue = queue;
        this.free = free;
    }

    void run(Arrivals arrivals) {
        try {
            while (!isStopped()) {
                int places = takePlaces();
                int used = isStopped() ? 0 : poll(places, arrivals);
                free.release(places - used);
                pauseAfterFailure();
            }
        } catch (InterruptedException aborted) {
            LOG.debugf("%s: polling was aborted", channel);
        }
    }

    /** Polls no more. A poll under way is left to end: what it brings is not lost. */
    void stop() {
        stopped.countDown();
        // in case it waits for a free worker
        free.release();
    }

    /** Ends a poll under way. What the endpoint was about to answer comes again after its lease. */
    void abort() {
        queue.abortReceive();
    }

    /** Why the queue cannot be reached at the moment; empty if it can. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private int takePlaces() throws InterruptedException {
        free.acquire();
        int places = 1;
        while (places < BATCH && free.tryAcquire()) {
            places++;
        }
        return places;
    }

    private int poll(int places, Arrivals arrivals) {
        try {
            if (trouble != null) {
                queue.connect();
                recovered();
            }
            long asked = System.nanoTime();
            List<Message> messages = queue.receive(places);
            recovered();
            return (int) messages.stream().filter(m -> accepted(m, asked, arrivals)).count();
        } catch (RuntimeException | Error fault) {
            failed(fault);
            return 0;
        }
    }

    private boolean accepted(Message message, long asked, Arrivals arrivals) {
        try {
            return arrivals.accept(message, asked);
        } catch (RuntimeException | Error fault) {
            LOG.errorf(
                    "%s: message %s could not be taken: %s",
                    channel, message.messageId(), FaultTrace.of(fault));
            return false;
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.infof("%s: the queue answers again", channel);
        }
        failures = 0;
        trouble = null;
    }

    private void failed(Throwable fault) {
        if (isStopped()) {
            return;
        }
        if (failures++ == 0) {
            LOG.warnf("%s: polling failed, trying on: %s", channel, FaultTrace.of(fault));
        }
        trouble = FaultTrace.name(fault);
    }

    private void pauseAfterFailure() throws InterruptedException {
        if (failures > 0) {
            long millis = FIRST_PAUSE_MILLIS << Math.min(failures - 1, 5);
            stopped.await(Math.min(millis, LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
        }
    }
}

package io.digitalworker.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * One queue and its workers, without any framework (design §3, §9).
 *
 * <p>It asks for a message only when a worker is free, so that none waits in a buffer; it keeps each
 * message invisible from its receipt until it is settled; no fault of AWS or of a handler ends it.
 *
 * <p>The client may have any retry setting: each call here carries its own time limit and is tried
 * once by the SDK, since this layer repeats by itself. The client's HTTP client must allow a
 * connection to be silent for {@code wait} + 5 s, and {@code 3 × workers + 1} connections at once.
 */
public final class QueueChannel implements AutoCloseable {

    private static final Duration HAND_BACK_LIMIT = Duration.ofSeconds(6);
    private static final Duration POLL_GRACE = Duration.ofSeconds(1);
    private static final Duration POLLER_LIMIT = Duration.ofSeconds(2);

    private final ChannelSettings settings;
    private final SqsQueue queue;
    private final ReceiptTimes times;
    private final Settlement settlement;
    private final Semaphore free;
    private final Poller poller;
    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor renewals;
    private final ExecutorService handBacks;
    private final Set<Delivery> inFlight = ConcurrentHashMap.newKeySet();
    private final Object idling = new Object();
    private final Object gate = new Object();
    private @Nullable Thread polling;
    private boolean closed;
    private boolean drained;

    /** @param clock the real time, as SQS has it: first receipts are told by SQS */
    public QueueChannel(SqsClient sqs, ChannelSettings settings, Clock clock) {
        this.settings = settings;
        this.queue = new SqsQueue(sqs, settings);
        this.times = new ReceiptTimes(clock);
        this.settlement = new Settlement(queue, settings, clock);
        this.free = new Semaphore(settings.workers());
        this.poller = new Poller(settings.channel(), queue, free);
        this.workers = threads("");
        this.handBacks = threads("-drain");
        // For each message in flight one for its claim and one for its visibility: none waits for
        // a stalled call of another.
        this.renewals =
                new ScheduledThreadPoolExecutor(
                        2 * settings.workers(), new NamedThreads(settings.channel() + "-lease"));
        renewals.setRemoveOnCancelPolicy(true);
    }

    /**
     * Begins to poll. The receiver is called on the poller's thread and must pass the delivery on
     * with {@link Delivery#handle}.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public void start(Consumer<Delivery> receiver) {
        synchronized (gate) {
            if (polling != null || closed) {
                throw new IllegalStateException(
                        settings.channel() + " has been started or closed before");
            }
            polling =
                    new NamedThreads(settings.channel() + "-poll")
                            .newThread(() -> poller.run((m, at) -> accept(m, at, receiver)));
            polling.start();
        }
    }

    public ChannelSettings settings() {
        return settings;
    }

    /** Why the queue cannot be reached at the moment; empty if it can. */
    public Optional<String> trouble() {
        return poller.trouble();
    }

    /** How many messages are being worked on or settled. */
    public int inFlight() {
        return inFlight.size();
    }

    /**
     * Stops polling, tells the handlers, waits up to {@code drain} for them, and hands back what is
     * not finished by then. Nothing is handed out once this has begun. Returns when all is done;
     * calling it again does nothing.
     *
     * <p>A long poll that is under way is aborted last: an endpoint need not notice that its client
     * has gone, and may hand a message that is given back here to that poll, so that nobody sees it
     * until its visibility ends. As long as the poll is open, whatever it brings is given back too.
     */
    public synchronized void drain() {
        if (drained) {
            return;
        }
        drained = true;
        stopPolling();
        boolean idle = inFlight.isEmpty();
        List.copyOf(inFlight).forEach(Delivery::handBackIfWaiting);
        inFlight.forEach(delivery -> delivery.received().lease().drain());
        try {
            awaitIdle();
            handBackRest();
            endPoller(idle ? Duration.ZERO : POLL_GRACE);
            handBacks.shutdown();
            handBacks.awaitTermination(HAND_BACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } finally {
            endThreads();
        }
    }

    @Override
    public void close() {
        drain();
    }

    /** Polls no more, and nothing else. */
    void stopPolling() {
        synchronized (gate) {
            closed = true;
        }
        poller.stop();
    }

    private ExecutorService threads(String suffix) {
        return Executors.newFixedThreadPool(
                settings.workers(), new NamedThreads(settings.channel() + suffix));
    }

    private boolean accept(Message message, long asked, Consumer<Delivery> receiver) {
        Delivery delivery = delivery(message, asked);
        synchronized (gate) {
            if (closed) {
                // not on this thread, which may be interrupted
                handBacks.execute(delivery::handBack);
                return false;
            }
            inFlight.add(delivery);
        }
        delivery.keepInvisible(renewals);
        try {
            receiver.accept(delivery);
        } catch (RuntimeException | Error fault) {
            delivery.notHandled(fault);
        }
        return true;
    }

    private Delivery delivery(Message message, long asked) {
        Received received = times.received(message, new Lease());
        Visibility visibility =
                new Visibility(queue, message, received.lease(), settings.lease(), asked);
        return new Delivery(message, received, visibility, settlement, workers, this::over);
    }

    private void over(Delivery delivery) {
        if (inFlight.remove(delivery)) {
            free.release();
        }
        synchronized (idling) {
            idling.notifyAll();
        }
    }

    private void awaitIdle() throws InterruptedException {
        long end = System.nanoTime() + settings.drain().toNanos();
        synchronized (idling) {
            for (long left = 1; !inFlight.isEmpty() && left > 0; ) {
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                idling.wait(Math.max(1, left));
            }
        }
    }

    private void handBackRest() throws InterruptedException {
        List<Callable<Void>> rest = new ArrayList<>();
        for (Delivery delivery : inFlight) {
            rest.add(
                    () -> {
                        delivery.handBack();
                        return null;
                    });
        }
        handBacks.invokeAll(rest, HAND_BACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Waits for the poll under way, then aborts it. The abort is repeated: the JDK's HTTP client,
     * disconnected after it sent the request and before it reads, connects anew and waits.
     */
    private void endPoller(Duration grace) throws InterruptedException {
        Thread thread;
        synchronized (gate) {
            thread = polling;
        }
        if (thread == null) {
            return;
        }
        thread.join(Math.max(1, grace.toMillis()));
        long end = System.nanoTime() + POLLER_LIMIT.toNanos();
        while (thread.isAlive() && end - System.nanoTime() > 0) {
            poller.abort();
            thread.interrupt();
            thread.join(50);
        }
    }

    private void endThreads() {
        workers.shutdownNow();
        renewals.shutdownNow();
        handBacks.shutdownNow();
        queue.close();
    }
}

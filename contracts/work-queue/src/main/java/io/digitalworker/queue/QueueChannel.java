package io.digitalworker.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
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

    private static final Logger LOG = Logger.getLogger(QueueChannel.class);
    private static final Duration HAND_BACK_LIMIT = Duration.ofSeconds(6);
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
    private final Object idle = new Object();
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
     * Stops polling at once, tells the handlers, waits up to {@code drain} for them, and hands back
     * what is not finished by then. Nothing is handed out once this has begun. Returns when all is
     * done; calling it again does nothing.
     */
    public synchronized void drain() {
        if (drained) {
            return;
        }
        drained = true;
        stopPolling();
        List.copyOf(inFlight).forEach(Delivery::handBackIfWaiting);
        inFlight.forEach(delivery -> delivery.received().lease().drain());
        awaitIdle();
        handBackRest();
        workers.shutdownNow();
        renewals.shutdownNow();
        queue.close();
    }

    @Override
    public void close() {
        drain();
    }

    /** Stops polling and nothing else. */
    void stopPolling() {
        Thread thread;
        synchronized (gate) {
            closed = true;
            thread = polling;
        }
        poller.stop();
        if (thread != null) {
            thread.interrupt();
        }
    }

    private ExecutorService threads(String suffix) {
        return Executors.newFixedThreadPool(
                settings.workers(), new NamedThreads(settings.channel() + suffix));
    }

    private boolean accept(Message message, long asked, Consumer<Delivery> receiver) {
        Delivery delivery = delivery(message, asked);
        synchronized (gate) {
            if (closed) {
                // not on this thread, which is being interrupted
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
        synchronized (idle) {
            idle.notifyAll();
        }
    }

    private void awaitIdle() {
        long end = System.nanoTime() + settings.drain().toNanos();
        synchronized (idle) {
            try {
                for (long left = 1; !inFlight.isEmpty() && left > 0; ) {
                    left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    idle.wait(Math.max(1, left));
                }
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void handBackRest() {
        if (!inFlight.isEmpty()) {
            LOG.infof("%s: handing back %d messages", settings.channel(), inFlight.size());
        }
        inFlight.forEach(delivery -> handBacks.execute(delivery::handBack));
        try {
            awaitPoller();
            handBacks.shutdown();
            handBacks.awaitTermination(HAND_BACK_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        handBacks.shutdownNow();
    }

    /**
     * What its last poll brought is handed back too. The abort is repeated: the JDK's HTTP client,
     * disconnected after it sent the request and before it reads, connects anew and waits.
     */
    private void awaitPoller() throws InterruptedException {
        Thread thread;
        synchronized (gate) {
            thread = polling;
        }
        long end = System.nanoTime() + POLLER_LIMIT.toNanos();
        while (thread != null && thread.isAlive() && end - System.nanoTime() > 0) {
            thread.join(50);
            if (thread.isAlive()) {
                poller.stop();
            }
        }
    }
}

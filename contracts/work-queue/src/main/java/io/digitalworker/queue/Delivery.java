package io.digitalworker.queue;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A message on its way to its handler: the payload of a {@code work-queue} channel. The receiving
 * method calls {@link #handle} and returns at once; the handler runs on a worker of the channel.
 */
public final class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private enum Phase {
        /** No handler has begun. */
        WAITING,
        RUNNING,
        /** The handler has ended, its outcome is being applied. */
        SETTLING,
        /** Settled, or handed back: whatever comes now is ignored. */
        OVER
    }

    private final Message message;
    private final Received received;
    private final Visibility visibility;
    private final Settlement settlement;
    private final Executor workers;
    private final Consumer<Delivery> over;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);

    Delivery(
            Message message,
            Received received,
            Visibility visibility,
            Settlement settlement,
            Executor workers,
            Consumer<Delivery> over) {
        this.message = message;
        this.received = received;
        this.visibility = visibility;
        this.settlement = settlement;
        this.workers = workers;
        this.over = over;
    }

    public Received received() {
        return received;
    }

    /**
     * Has a worker run the handler and apply its outcome. Does not wait for it and does not throw
     * what the handler throws.
     *
     * @throws IllegalStateException if the delivery was handled before
     */
    public void handle(WorkHandler handler) {
        Objects.requireNonNull(handler, "handler");
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException(
                    "message " + received.messageId() + " has been given to a handler before");
        }
        try {
            workers.execute(() -> run(handler));
        } catch (RejectedExecutionException closed) {
            handBack();
        }
    }

    void keepInvisible(ScheduledExecutorService renewals) {
        visibility.renewOn(renewals);
    }

    /** The receiving method failed, or returned without calling {@link #handle}. */
    void notHandled(Throwable reason) {
        if (!taken.get()) {
            handle(
                    ignored -> {
                        throw new IllegalStateException("the message was not handled", reason);
                    });
        }
    }

    /** Gives the message back to the queue unless a handler has begun. */
    void handBackIfWaiting() {
        if (phase.compareAndSet(Phase.WAITING, Phase.OVER)) {
            release();
        }
    }

    /** Gives the message back to the queue, now; a handler that still runs has lost it. */
    void handBack() {
        handBackIfWaiting();
        if (phase.compareAndSet(Phase.RUNNING, Phase.OVER)) {
            received.lease().lose();
            release();
        }
    }

    private void release() {
        try {
            settlement.handBack(message, visibility);
        } finally {
            over.accept(this);
        }
    }

    private void run(WorkHandler handler) {
        if (!phase.compareAndSet(Phase.WAITING, Phase.RUNNING)) {
            return;
        }
        Runnable settling = work(handler);
        received.lease().handlerEnded();
        // A handler that was interrupted may have left the flag, which would abort the next call.
        Thread.interrupted();
        if (phase.compareAndSet(Phase.RUNNING, Phase.SETTLING)) {
            settle(settling);
        } else {
            LOG.infof("message %s was handed back, its outcome is ignored", received.messageId());
        }
    }

    private Runnable work(WorkHandler handler) {
        try {
            Outcome outcome = Objects.requireNonNull(handler.handle(received), "no outcome");
            return () -> settlement.succeeded(outcome, message, received, visibility);
        } catch (Throwable fault) { // an Error too must end neither the worker nor the channel
            return () -> settlement.failed(fault, message, received, visibility);
        }
    }

    private void settle(Runnable settling) {
        try {
            settling.run();
        } catch (RuntimeException | Error fault) {
            LOG.errorf("message %s not settled: %s", received.messageId(), FaultTrace.of(fault));
        } finally {
            visibility.letGo();
            phase.set(Phase.OVER);
            over.accept(this);
        }
    }
}

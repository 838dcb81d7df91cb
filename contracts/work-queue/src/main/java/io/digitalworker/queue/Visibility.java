package io.digitalworker.queue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sqs.model.Message;

/** Keeps one received message invisible to others, from its receipt until it is let go. */
final class Visibility {

    private static final Logger LOG = Logger.getLogger(Visibility.class);

    /** What SQS answers once the message is somebody else's, or nobody's. */
    private static final Set<String> GONE =
            Set.of(
                    "InvalidParameterValue",
                    "ReceiptHandleIsInvalid",
                    "MessageNotInflight",
                    "AWS.SimpleQueueService.MessageNotInflight");

    private final SqsQueue queue;
    private final Message message;
    private final Lease lease;
    private final long lengthNanos;
    private volatile long heldUntilNanos;
    private @Nullable ScheduledFuture<?> renewals;
    private final AtomicBoolean claimUnderWay = new AtomicBoolean();
    private boolean letGo;

    /** @param asked {@link System#nanoTime} of before the message was asked for */
    Visibility(SqsQueue queue, Message message, Lease lease, Duration length, long asked) {
        this.queue = queue;
        this.message = message;
        this.lease = lease;
        this.lengthNanos = length.toNanos();
        this.heldUntilNanos = asked + lengthNanos;
    }

    /** Renews at a third of the length, the handler's claim first. */
    synchronized void renewOn(ScheduledExecutorService threads) {
        long third = lengthNanos / 3;
        renewals =
                threads.scheduleAtFixedRate(
                        () -> tick(threads), third, third, TimeUnit.NANOSECONDS);
    }

    /** Whether the message is certainly invisible to others. */
    boolean held() {
        return heldUntilNanos - System.nanoTime() > 0;
    }

    /** Ends the renewals; none is under way when this returns. */
    synchronized void letGo() {
        letGo = true;
        if (renewals != null) {
            renewals.cancel(false);
        }
    }

    private void tick(Executor threads) {
        if (claimUnderWay.compareAndSet(false, true)) {
            threads.execute(this::renewClaimFirst);
        } else {
            // Not known yet whether it holds. Were the visibility to end now, a slow ledger would
            // use up a receive of every message in flight.
            renew();
        }
    }

    private void renewClaimFirst() {
        try {
            if (lease.tick()) {
                renew();
            } else {
                letGo();
            }
        } finally {
            claimUnderWay.set(false);
        }
    }

    private synchronized void renew() {
        if (letGo) {
            return;
        }
        long asked = System.nanoTime();
        try {
            queue.renew(message);
            heldUntilNanos = asked + lengthNanos;
        } catch (RuntimeException fault) {
            LOG.warnf("%s: visibility not renewed: %s", message.messageId(), FaultTrace.of(fault));
            giveUpIfLost(fault);
        }
    }

    private void giveUpIfLost(RuntimeException fault) {
        if (gone(fault)) {
            heldUntilNanos = System.nanoTime();
        }
        if (!held()) {
            letGo();
            lease.lose();
        }
    }

    private static boolean gone(RuntimeException fault) {
        return fault instanceof AwsServiceException refused
                && refused.awsErrorDetails() != null
                && GONE.contains(refused.awsErrorDetails().errorCode());
    }
}

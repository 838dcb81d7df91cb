package io.digitalworker.queue;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What becomes of a message once its handler has ended (design §3). This is the one layer that
 * repeats a call: as long as the message is held, four tries. What fails for good leaves the message
 * to come again, which handlers are made for.
 */
final class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);
    private static final Duration LONGEST_BACK_OFF = Duration.ofMinutes(15);
    private static final int TRIES = 4;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final SqsQueue queue;
    private final ChannelSettings settings;
    private final Clock clock;

    /** @param clock the real time, as SQS has it: first receipts are told by SQS */
    Settlement(SqsQueue queue, ChannelSettings settings, Clock clock) {
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    void succeeded(Outcome outcome, Message message, Received received, Visibility visibility) {
        if (outcome instanceof Outcome.Later later) {
            later(later.delay(), message, received, visibility);
        } else {
            delete(message, visibility);
        }
    }

    /** The message comes back after a back-off, and the receive counts. */
    void failed(Throwable fault, Message message, Received received, Visibility visibility) {
        LOG.warnf(
                "%s: message %s, receive %d, failed: %s",
                settings.channel(),
                received.messageId(),
                received.receiveCount(),
                FaultTrace.of(fault));
        comeBack(message, received, visibility);
    }

    /** Shutting down: visible to others now. */
    void handBack(Message message, Visibility visibility) {
        visibility.letGo();
        if (visibility.held()
                && tried(
                        "handing back",
                        message,
                        visibility,
                        () -> queue.giveBack(message, Duration.ZERO))) {
            LOG.infof("%s: message %s handed back", settings.channel(), message.messageId());
        }
    }

    /** 2 s (or what is set) after the first receive, doubled by each further one, 15 min at most. */
    static Duration backOff(Duration first, int receiveCount) {
        Duration backOff = first.multipliedBy(1L << Math.min(receiveCount - 1, 20));
        return backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF;
    }

    private void later(Duration delay, Message message, Received received, Visibility visibility) {
        Duration since = Duration.between(received.firstReceived(), clock.instant());
        if (since.compareTo(settings.maxLater()) >= 0) {
            LOG.warnf(
                    "%s: message %s has been put off since %s, which now counts as a failure",
                    settings.channel(), received.messageId(), received.firstReceived());
            comeBack(message, received, visibility);
        } else if (visibility.held()
                && tried(
                        "copy of",
                        message,
                        visibility,
                        () -> queue.sendCopy(message, received.firstReceived(), delay))) {
            delete(message, visibility);
        }
    }

    private void comeBack(Message message, Received received, Visibility visibility) {
        Duration delay = backOff(settings.backOff(), received.receiveCount());
        visibility.letGo();
        // Once it may be with somebody else, its visibility is theirs.
        if (visibility.held()) {
            tried("back-off of", message, visibility, () -> queue.giveBack(message, delay));
        }
    }

    private void delete(Message message, Visibility visibility) {
        tried("deletion of", message, visibility, () -> queue.delete(message));
    }

    private boolean tried(String what, Message message, Visibility visibility, Runnable call) {
        for (int i = 0; ; i++) {
            try {
                call.run();
                return true;
            } catch (RuntimeException fault) {
                if (i + 1 == TRIES || !visibility.held() || !pause(FIRST_PAUSE_MILLIS << i)) {
                    LOG.warnf(
                            "%s: %s message %s failed, it will come again: %s",
                            settings.channel(), what, message.messageId(), FaultTrace.of(fault));
                    return false;
                }
            }
        }
    }

    private static boolean pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package io.digitalworker.notifier.delivery;

import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.Delivery;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.StoredEvent;
import io.digitalworker.runtime.LoggedJob;
import io.digitalworker.runtime.TransientFaults;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One attempt at a delivery that is due: counted in the ledger before it is made, settled after. Where
 * the process or the ledger goes away between, the lease ends and the attempt is made again with the
 * same id: at least once, as promised (design G4).
 */
@Singleton
public final class AttemptDelivery {
    private static final Logger LOG = Logger.getLogger(AttemptDelivery.class);

    private final JobLedger ledger;
    private final Batches batches;
    private final Deliveries deliveries;
    private final Map<String, Channel> channels;
    private final DeliveryConfig config;
    private final RetrySchedule schedule;
    private final Clock clock;

    public AttemptDelivery(
            JobLedger ledger,
            Batches batches,
            Deliveries deliveries,
            @All List<Channel> channels,
            DeliveryConfig config,
            Clock clock) {
        this.ledger = ledger;
        this.batches = batches;
        this.deliveries = deliveries;
        this.channels =
                channels.stream().collect(Collectors.toMap(Channel::name, Function.identity()));
        this.config = config;
        this.schedule = new RetrySchedule(config.waits());
        this.clock = clock;
    }

    /** Does nothing where the delivery is over, not due, or in other hands. */
    public void of(DeliveryKey key) {
        Channel channel = channels.get(key.channel());
        if (channel == null) {
            LOG.warnf("job %s waits for the unknown channel %s", key.jobId(), key.channel());
            return;
        }
        deliveries
                .begin(key.jobId(), key.channel(), key.eventId(), config.lease())
                .ifPresent(begun -> attempt(channel, begun));
    }

    private void attempt(Channel channel, Delivery begun) {
        Optional<StoredEvent> stored = ledger.event(begun.jobId(), begun.sequence());
        Optional<Notice> notice = stored.flatMap(this::notice);
        if (notice.isEmpty()) {
            // the ledger keeps jobs for 30 days
            deliveries.undelivered(begun);
            return;
        }
        LoggedJob.during(
                begun.jobId(),
                notice.get().requestId(),
                () -> attempt(channel, begun, notice.get()));
    }

    private void attempt(Channel channel, Delivery begun, Notice notice) {
        Verdict verdict = verdict(channel, notice);
        LOG.infof(
                "job %s, %s, attempt %d: %s",
                begun.jobId(), begun.channel(), begun.attempts(), verdict);
        settle(begun, verdict, notice.stored().event().occurredAt());
    }

    private Optional<Notice> notice(StoredEvent stored) {
        String subject = stored.event().jobId();
        return stored.event() instanceof BatchCompleted
                ? batches.find(subject).map(batch -> new Notice(batch, stored))
                : ledger.find(subject).map(job -> new Notice(job, stored));
    }

    private Verdict verdict(Channel channel, Notice notice) {
        try {
            return channel.attempt(notice);
        } catch (RuntimeException fault) {
            LOG.warnf(
                    "job %s, %s: %s",
                    notice.subject(), channel.name(), fault.getClass().getSimpleName());
            return TransientFaults.is(fault) ? Verdict.OUT_OF_REACH : Verdict.FAILED;
        }
    }

    private void settle(Delivery begun, Verdict verdict, Instant occurredAt) {
        switch (verdict) {
            case DELIVERED -> deliveries.delivered(begun);
            case HOPELESS -> deliveries.undelivered(begun);
            case OUT_OF_REACH ->
                    deliveries.again(begun, clock.instant().plus(config.waitForCloud()));
            case FAILED -> again(begun, occurredAt);
        }
    }

    private void again(Delivery begun, Instant occurredAt) {
        schedule.next(begun.attempts(), occurredAt, clock.instant())
                .ifPresentOrElse(
                        at -> deliveries.again(begun, at), () -> deliveries.undelivered(begun));
    }
}

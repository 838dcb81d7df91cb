package io.digitalworker.notifier;

import io.digitalworker.api.event.BatchCompleted;
import io.digitalworker.api.event.JobEvent;
import io.digitalworker.ledger.Batch;
import io.digitalworker.ledger.Batches;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.Job;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.notifier.delivery.AttemptDelivery;
import io.digitalworker.notifier.delivery.DeliveryKey;
import io.digitalworker.notifier.topic.TopicChannel;
import io.digitalworker.notifier.webhook.WebhookChannel;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes on the notifications of the end of a job or of a batch: notes each as a delivery, then makes the first
 * attempt. Once they are noted, the due pass looks after them whatever happens here.
 */
@Singleton
public final class NotifySubscribers {
    private final JobLedger ledger;
    private final Batches batches;
    private final Deliveries deliveries;
    private final AttemptDelivery attempt;

    public NotifySubscribers(
            JobLedger ledger, Batches batches, Deliveries deliveries, AttemptDelivery attempt) {
        this.ledger = ledger;
        this.batches = batches;
        this.deliveries = deliveries;
        this.attempt = attempt;
    }

    /** May be repeated with the same event: what was delivered or given up stays so. */
    public void of(JobEvent ended) {
        List<DeliveryKey> due =
                ended instanceof BatchCompleted
                        ? ofBatch(ended)
                        : ledger.find(ended.jobId()).stream()
                                .flatMap(job -> due(job, ended))
                                .toList();
        for (DeliveryKey key : due) {
            deliveries.schedule(key.jobId(), key.channel(), key.eventId(), ended.sequence());
        }
        due.forEach(attempt::of);
    }

    /** The topic tells of jobs alone: each of the batch has been told of there. */
    private List<DeliveryKey> ofBatch(JobEvent completed) {
        return batches.find(completed.jobId()).filter(Batch::callback).stream()
                .map(
                        batch ->
                                new DeliveryKey(
                                        batch.batchId(), WebhookChannel.NAME, completed.eventId()))
                .toList();
    }

    private static Stream<DeliveryKey> due(Job job, JobEvent ended) {
        List<String> channels =
                job.callback()
                        ? List.of(TopicChannel.NAME, WebhookChannel.NAME)
                        : List.of(TopicChannel.NAME);
        return channels.stream().map(name -> new DeliveryKey(job.jobId(), name, ended.eventId()));
    }
}

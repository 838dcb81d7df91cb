package io.digitalworker.runtime;

import io.digitalworker.ledger.Budgets;
import io.digitalworker.ledger.DeadLetters;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.JobListing;
import io.digitalworker.ledger.Ledger;
import io.digitalworker.ledger.PipelineLog;
import io.digitalworker.ledger.RequestKeys;
import io.digitalworker.ledger.Retention;
import io.digitalworker.ledger.Uploads;
import io.digitalworker.ledger.WebhookKeys;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ledger, told which service writes in it and whom to give its events. */
final class LedgerBeans {
    @Produces
    @Singleton
    Retention retention() {
        return Retention.standard();
    }

    @Produces
    @Singleton
    Ledger ledger(
            DynamoDbClient db,
            ServiceConfig config,
            Retention retention,
            Clock clock,
            Ids ids,
            Outbox outbox) {
        return new Ledger(
                db, config.table(), config.service(), retention, clock, ids, outbox::offer);
    }

    @Produces
    @Singleton
    JobLedger jobs(Ledger ledger) {
        return ledger.jobs();
    }

    @Produces
    @Singleton
    WebhookKeys webhookKeys(Ledger ledger) {
        return ledger.webhookKeys();
    }

    @Produces
    @Singleton
    JobListing listing(Ledger ledger) {
        return ledger.listing();
    }

    @Produces
    @Singleton
    Deliveries deliveries(Ledger ledger) {
        return ledger.deliveries();
    }

    @Produces
    @Singleton
    Deletions deletions(Ledger ledger) {
        return ledger.deletions();
    }

    @Produces
    @Singleton
    PipelineLog pipelines(Ledger ledger) {
        return ledger.pipelines();
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(Ledger ledger) {
        return ledger.deadLetters();
    }

    @Produces
    @Singleton
    Budgets budgets(Ledger ledger) {
        return ledger.budgets();
    }

    @Produces
    @Singleton
    Uploads uploads(Ledger ledger) {
        return ledger.uploads();
    }

    @Produces
    @Singleton
    RequestKeys keys(Ledger ledger) {
        return ledger.keys();
    }
}

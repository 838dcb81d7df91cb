package io.digitalworker.runtime;

import io.digitalworker.ledger.DeadLetters;
import io.digitalworker.ledger.Deletions;
import io.digitalworker.ledger.Deliveries;
import io.digitalworker.ledger.JobLedger;
import io.digitalworker.ledger.Retention;
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
    JobLedger jobs(
            DynamoDbClient db,
            ServiceConfig config,
            Retention retention,
            Clock clock,
            Ids ids,
            Outbox outbox) {
        return new JobLedger(
                db, config.table(), config.service(), retention, clock, ids, outbox::offer);
    }

    @Produces
    @Singleton
    Deliveries deliveries(
            DynamoDbClient db, ServiceConfig config, Retention retention, Clock clock) {
        return new Deliveries(db, config.table(), retention, clock);
    }

    @Produces
    @Singleton
    Deletions deletions(
            DynamoDbClient db,
            ServiceConfig config,
            Retention retention,
            Clock clock,
            Ids ids,
            Outbox outbox) {
        return new Deletions(
                db, config.table(), config.service(), retention, clock, ids, outbox::offer);
    }

    @Produces
    @Singleton
    DeadLetters deadLetters(
            DynamoDbClient db,
            ServiceConfig config,
            Retention retention,
            Clock clock,
            Ids ids,
            Outbox outbox) {
        return new DeadLetters(
                db, config.table(), config.service(), retention, clock, ids, outbox::offer);
    }
}

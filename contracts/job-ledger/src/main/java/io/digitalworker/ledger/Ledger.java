package io.digitalworker.ledger;

import io.digitalworker.api.event.EventSource;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The job table as one service uses it; every part writes its events in the name of that service. */
public final class Ledger {
    private final JobLedger jobs;
    private final Deletions deletions;
    private final Deliveries deliveries;
    private final DeadLetters deadLetters;
    private final Budgets budgets;
    private final PipelineLog pipelines;
    private final JobListing listing;
    private final WebhookKeys webhookKeys;
    private final Uploads uploads;
    private final RequestKeys keys;

    /**
     * @param db with the SDK's retries switched off: only the ledger retries
     * @param ids makes event ids and mutation ids, unique and of up to 36 characters
     * @param afterCommit is given each committed event, and must not block or throw
     */
    public Ledger(
            DynamoDbClient db,
            String table,
            EventSource service,
            Retention retention,
            Clock clock,
            Supplier<String> ids,
            Consumer<StoredEvent> afterCommit) {
        this(
                new Transitions(
                        new Table(db, table, Retries.sleeping()),
                        service,
                        retention,
                        clock,
                        ids,
                        afterCommit),
                clock);
    }

    Ledger(Transitions transitions, Clock clock) {
        this.jobs = new JobLedger(transitions);
        this.deletions = new Deletions(transitions);
        this.deliveries = new Deliveries(transitions.table(), transitions.retention(), clock);
        this.deadLetters = new DeadLetters(transitions);
        this.budgets = new Budgets(transitions, clock);
        this.pipelines = new PipelineLog(transitions.table(), transitions.retention());
        this.webhookKeys = new WebhookKeys(transitions);
        this.listing = new JobListing(transitions.table(), clock);
        this.uploads = new Uploads(transitions);
        this.keys = new RequestKeys(transitions);
    }

    public JobLedger jobs() {
        return jobs;
    }

    public WebhookKeys webhookKeys() {
        return webhookKeys;
    }

    public JobListing listing() {
        return listing;
    }

    public Deletions deletions() {
        return deletions;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public PipelineLog pipelines() {
        return pipelines;
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public Budgets budgets() {
        return budgets;
    }

    public Uploads uploads() {
        return uploads;
    }

    public RequestKeys keys() {
        return keys;
    }
}

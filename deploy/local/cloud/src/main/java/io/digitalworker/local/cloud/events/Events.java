package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** EventBridge and SNS over one durable store and one outbox. */
public final class Events implements AutoCloseable {
    private final DurableStore store;
    private final Outbox outbox;
    private final EventBridge eventBridge;
    private final Sns sns;
    private final CompletableFuture<SigningKey> key;

    private Events(Path directory, URI self, URI sqs, Clock clock, Supplier<UUID> ids) {
        store = DurableStore.open(directory.resolve("events.mv"));
        outbox = new Outbox(store, clock, new Carrier(sqs));
        Rules rules = new Rules(store);
        eventBridge = new EventBridge(rules, new PutEvents(rules, outbox, clock, ids));
        // 2,048 bits take a moment: nobody waits for them before the first message
        key = CompletableFuture.supplyAsync(() -> SigningKey.in(directory, clock));
        Topics topics = new Topics(store);
        Envelopes envelopes = new Envelopes(self, key::join, clock, ids);
        Publish publish = new Publish(topics, outbox, envelopes, clock);
        sns = new Sns(topics, outbox, envelopes, publish, clock, ids);
    }

    /**
     * Opens what is kept in the directory.
     *
     * @param self where this is reached, for the links in messages
     * @param sqs where queues are reached
     */
    public static Events open(Path directory, URI self, URI sqs, Clock clock, Supplier<UUID> ids) {
        return new Events(directory, self, sqs, clock, ids);
    }

    /** Goes on with the deliveries that an earlier run left. */
    public void resumeDeliveries() {
        outbox.resume();
    }

    /** Deliveries that have not arrived yet. */
    public int pendingDeliveries() {
        return outbox.size();
    }

    /** One operation of EventBridge. */
    public ObjectNode eventBridge(String operation, ObjectNode request) {
        return eventBridge.call(operation, request);
    }

    /** One action of SNS, its form as in the query protocol; the inside of the result element. */
    public String sns(String action, String form) {
        return sns.call(action, QueryForm.parse(form));
    }

    /** The certificate against which SNS messages can be checked, as PEM. */
    String signingCertificate() {
        return key.join().certificate();
    }

    @Override
    public void close() {
        outbox.close();
        store.close();
    }
}

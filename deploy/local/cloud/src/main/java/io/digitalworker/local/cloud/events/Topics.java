package io.digitalworker.local.cloud.events;

import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;

/** The topics there are and their subscriptions. */
final class Topics {
    private final MVMap<byte[], byte[]> storedTopics;
    private final MVMap<byte[], byte[]> storedSubscriptions;
    private final DurableStore store;
    private final Map<String, Subscription> subscriptions = new ConcurrentSkipListMap<>();

    Topics(DurableStore store) {
        this.store = store;
        storedTopics = store.write(() -> store.map("topics"));
        storedSubscriptions = store.write(() -> store.map("subscriptions"));
        for (byte[] stored : storedSubscriptions.values()) {
            Subscription subscription = Json.restore(stored, Subscription.class);
            subscriptions.put(subscription.arn(), subscription);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String create(String name) {
        String arn = Account.arn("sns", name);
        store.change(() -> storedTopics.put(bytes(arn), new byte[0]));
        return arn;
    }

    /** The same ARN, if there is such a topic. */
    String require(String arn) {
        if (!store.read(() -> storedTopics.containsKey(bytes(arn)))) {
            throw new AwsFault(404, "NotFound", "Topic does not exist");
        }
        return arn;
    }

    List<Subscription> of(String topicArn) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.topicArn().equals(topicArn))
                .toList();
    }

    /** Inside a write of the store. */
    void put(Subscription subscription) {
        storedSubscriptions.put(bytes(subscription.arn()), Json.store(subscription));
        subscriptions.put(subscription.arn(), subscription);
    }

    void save(Subscription subscription) {
        store.change(() -> put(subscription));
    }

    void remove(String arn) {
        store.change(() -> storedSubscriptions.remove(bytes(arn)));
        subscriptions.remove(arn);
    }

    Optional<Subscription> find(String topicArn, String protocol, String endpoint) {
        return of(topicArn).stream()
                .filter(each -> each.protocol().equals(protocol))
                .filter(each -> each.endpoint().equals(endpoint))
                .findFirst();
    }
}

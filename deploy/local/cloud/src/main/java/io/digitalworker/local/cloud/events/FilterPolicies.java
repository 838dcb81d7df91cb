package io.digitalworker.local.cloud.events;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.Machine;

/** Which messages a subscription wants, by their attributes. */
final class FilterPolicies {
    private final Map<String, Machine> compiled = new ConcurrentHashMap<>();

    static void requireValid(String policy) {
        compile(policy);
    }

    private static Machine compile(String policy) {
        Machine machine = Machine.builder().build();
        try {
            machine.addRule("wanted", policy);
        } catch (IOException e) {
            throw Sns.invalid("FilterPolicy: " + e.getMessage());
        }
        return machine;
    }

    boolean accept(Subscription subscription, MessageAttributes attributes) {
        String policy = subscription.filterPolicy();
        if (policy == null) {
            return true;
        }
        Machine machine = compiled.computeIfAbsent(policy, FilterPolicies::compile);
        return !machine.rulesForJSONEvent(attributes.values()).isEmpty();
    }
}

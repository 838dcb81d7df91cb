package io.digitalworker.local.cloud.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule of a bus and where it sends what matches. */
record Rule(
        String name,
        String bus,
        String pattern,
        String state,
        @Nullable String description,
        List<Target> targets) {

    /** A target: a queue, with its retry policy and dead-letter queue. */
    record Target(
            String id,
            String arn,
            int maxRetries,
            long maxAgeSeconds,
            @Nullable String deadLetterArn) {}

    Rule {
        targets = List.copyOf(targets);
    }

    Rule with(List<Target> newTargets) {
        return new Rule(name, bus, pattern, state, description, newTargets);
    }

    String arn() {
        String path = bus.equals(Rules.DEFAULT_BUS) ? name : bus + "/" + name;
        return io.digitalworker.local.cloud.Account.arn("events", "rule/" + path);
    }
}

package io.digitalworker.facts;

import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Contradiction;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Message;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.inventory.Inventory.ModuleCount;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Facts of whatever frameworks that do not agree with each other: names of messages and configuration
 * keys that nearly meet, and addresses that two handlers answer.
 */
final class Disagreements {
    private static final Set<String> DESCRIPTIONS = Set.of("openapi", "swagger", "graphql");

    private final List<Fact> facts;
    private final List<String> modules;
    private final List<Fact> found = new ArrayList<>();

    private Disagreements(List<Fact> facts, Inventory inventory) {
        this.facts = facts.stream().sorted(Comparator.comparing(Fact::evidence)).toList();
        this.modules =
                inventory.modules().stream()
                        .map(ModuleCount::path)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** The contradictions among facts, whose order does not matter. */
    static List<Fact> among(List<Fact> facts, Inventory inventory) {
        Disagreements all = new Disagreements(facts, inventory);
        all.messages();
        all.configuration();
        all.endpoints();
        return all.found;
    }

    private <F extends Fact> List<F> all(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    // ---- names that nearly meet

    private void messages() {
        SortedMap<String, Evidence> published = new TreeMap<>();
        SortedMap<String, Evidence> consumed = new TreeMap<>();
        for (Message message : all(Message.class)) {
            boolean publishes = message.direction().equals("publish");
            String name = message.name().isEmpty() ? message.channel() : message.name();
            (publishes ? published : consumed).putIfAbsent(name, message.evidence());
        }
        for (Pair pair : NearNames.between(published, consumed, true)) {
            found.add(pair.contradiction("event-name", "published", "consumed"));
        }
    }

    private void configuration() {
        SortedMap<String, Evidence> read = new TreeMap<>();
        SortedMap<String, Evidence> declared = new TreeMap<>();
        for (ConfigurationKey key : all(ConfigurationKey.class)) {
            (key.use().equals("read") ? read : declared).putIfAbsent(key.key(), key.evidence());
        }
        for (Pair pair : NearNames.between(read, declared, false)) {
            found.add(pair.contradiction("configuration-key", "read", "declared"));
        }
    }

    /** Two names with their places. */
    record Pair(String left, Evidence at, String right, Evidence other) {
        Contradiction contradiction(String kind, String verb, String otherVerb) {
            String says = "'%s' is %s, but '%s' is %s".formatted(left, verb, right, otherVerb);
            return new Contradiction(kind, says, other, Confidence.HEURISTIC, at);
        }
    }

    // ---- addresses that two answer

    private void endpoints() {
        Map<String, Endpoint> first = new HashMap<>();
        for (Endpoint endpoint : all(Endpoint.class)) {
            boolean plain =
                    endpoint.conditions().isEmpty()
                            && !endpoint.handler().isEmpty()
                            && !DESCRIPTIONS.contains(endpoint.framework());
            Endpoint other = plain ? first.putIfAbsent(address(endpoint), endpoint) : null;
            if (other != null && !other.handler().equals(endpoint.handler())) {
                String says =
                        "%s %s is answered by '%s' and by '%s'"
                                .formatted(
                                        endpoint.method(),
                                        endpoint.path(),
                                        other.handler(),
                                        endpoint.handler());
                found.add(
                        new Contradiction(
                                "endpoint-twice",
                                says,
                                other.evidence(),
                                Confidence.HEURISTIC,
                                endpoint.evidence()));
            }
        }
    }

    /** The same for two endpoints only if one request reaches both. */
    private String address(Endpoint endpoint) {
        String path = endpoint.path().replaceAll("\\{[^}/]*}", "{}").toLowerCase(Locale.ROOT);
        return String.join(" ", endpoint.framework(), module(endpoint), endpoint.method(), path);
    }

    private String module(Endpoint endpoint) {
        String path = endpoint.evidence().path();
        return modules.stream()
                .filter(module -> module.isEmpty() || path.startsWith(module + "/"))
                .findFirst()
                .map(Objects::toString)
                .orElse("");
    }
}

package io.digitalworker.local.cloud.events;

import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;

/** Buses and their rules, and which rules an event matches (AWS's own event-ruler). */
final class Rules {
    static final String DEFAULT_BUS = "default";

    private final DurableStore store;
    private final MVMap<byte[], byte[]> storedBuses;
    private final MVMap<byte[], byte[]> storedRules;
    private final Map<String, Map<String, Rule>> buses = new ConcurrentSkipListMap<>();
    private final Map<String, Machine> machines = new ConcurrentHashMap<>();

    Rules(DurableStore store) {
        this.store = store;
        storedBuses = store.write(() -> store.map("buses"));
        storedRules = store.write(() -> store.map("rules"));
        buses.put(DEFAULT_BUS, new ConcurrentSkipListMap<>());
        storedBuses.keySet().forEach(name -> buses.put(text(name), new ConcurrentSkipListMap<>()));
        storedRules.values().forEach(stored -> restore(Json.restore(stored, Rule.class)));
        buses.keySet().forEach(this::compile);
    }

    private void restore(Rule rule) {
        bus(rule.bus()).put(rule.name(), rule);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean hasBus(String name) {
        return buses.containsKey(name);
    }

    void createBus(String name) {
        store.change(() -> storedBuses.put(bytes(name), new byte[0]));
        buses.put(name, new ConcurrentSkipListMap<>());
        compile(name);
    }

    private Map<String, Rule> bus(String name) {
        Map<String, Rule> rules = buses.get(name);
        if (rules == null) {
            throw new AwsFault(
                    400, "ResourceNotFoundException", "Event bus " + name + " does not exist.");
        }
        return rules;
    }

    List<Rule> of(String bus) {
        return List.copyOf(bus(bus).values());
    }

    @Nullable Rule find(String bus, String name) {
        return bus(bus).get(name);
    }

    Rule get(String bus, String name) {
        Rule rule = find(bus, name);
        if (rule == null) {
            throw new AwsFault(
                    400,
                    "ResourceNotFoundException",
                    "Rule " + name + " does not exist on EventBus " + bus + ".");
        }
        return rule;
    }

    synchronized void save(Rule rule) {
        requireValid(rule.pattern());
        Map<String, Rule> rules = bus(rule.bus());
        store.change(() -> storedRules.put(key(rule), Json.store(rule)));
        rules.put(rule.name(), rule);
        compile(rule.bus());
    }

    synchronized void delete(Rule rule) {
        store.change(() -> storedRules.remove(key(rule)));
        bus(rule.bus()).remove(rule.name());
        compile(rule.bus());
    }

    private static byte[] key(Rule rule) {
        return bytes(rule.bus() + "/" + rule.name());
    }

    private static void requireValid(String pattern) {
        try {
            Machine.builder().build().addRule("rule", pattern);
        } catch (IOException e) {
            throw new AwsFault(
                    400,
                    "InvalidEventPatternException",
                    "Event pattern is not valid. Reason: " + e.getMessage());
        }
    }

    private void compile(String bus) {
        Machine machine = Machine.builder().build();
        for (Rule rule : bus(bus).values()) {
            if (rule.state().equals("ENABLED")) {
                add(machine, rule);
            }
        }
        machines.put(bus, machine);
    }

    private static void add(Machine machine, Rule rule) {
        try {
            machine.addRule(rule.name(), rule.pattern());
        } catch (IOException e) {
            throw new IllegalStateException("a stored pattern is no longer valid", e);
        }
    }

    /** The enabled rules that the event matches; none on a bus that is not there. */
    List<Rule> matching(String bus, String event) {
        Machine machine = machines.get(bus);
        if (machine == null) {
            return List.of();
        }
        return names(machine, event).stream()
                .flatMap(name -> java.util.stream.Stream.ofNullable(find(bus, name)))
                .toList();
    }

    // rulesForJSONEvent declares Exception
    private static List<String> names(Machine machine, String event) {
        try {
            return machine.rulesForJSONEvent(event);
        } catch (Exception e) {
            throw new IllegalStateException("an event that was JSON cannot be matched", e);
        }
    }
}

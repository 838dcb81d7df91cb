package io.digitalworker.document.verification;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a name is within its fact.
 *
 * @param name the components that lead to it, such as {@code handler} or {@code fields.type}; {@link
 *     #ADDRESS} for a path of an endpoint, with its method or without; the two sides of a map end in {@code
 *     key} and {@code value}
 * @param entry which of a list's or map's entries it stands in; zero outside of lists
 */
record Part(String name, int entry) {
    static final String ADDRESS = "address";

    /** All that a name is within a fact: it may be the type of one field and the name of another. */
    static Set<Part> of(Fact fact, String shown) {
        Set<Part> parts = new HashSet<>();
        collect((Record) fact, "", 0, shown, parts);
        if (fact instanceof Endpoint endpoint && address(endpoint, shown)) {
            parts.add(new Part(ADDRESS, 0));
        }
        return parts;
    }

    private static boolean address(Endpoint endpoint, String shown) {
        String method = endpoint.method() + " ";
        String path = shown.startsWith(method) ? shown.substring(method.length()) : shown;
        return path.equals(endpoint.path()) || endpoint.alternatives().contains(path);
    }

    /** Whether two parts of one fact belong to each other: of one list, those of the same entry. */
    boolean goesWith(Part other) {
        return !list().equals(other.list()) || entry == other.entry;
    }

    private String list() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static void collect(
            Record value, String within, int entry, String shown, Set<Part> parts) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String name =
                    within.isEmpty() ? component.getName() : within + "." + component.getName();
            collect(FactNames.read(component, value), name, entry, shown, parts);
        }
    }

    private static void collect(
            @Nullable Object value, String name, int entry, String shown, Set<Part> parts) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            if (value.toString().equals(shown)) {
                parts.add(new Part(name, entry));
            }
        } else if (value instanceof Iterable<?> list) {
            int at = 0;
            for (Object each : list) {
                collect(each, name, at++, shown, parts);
            }
        } else if (value instanceof Map<?, ?> map) {
            int at = 0;
            for (Map.Entry<?, ?> each : map.entrySet()) {
                collect(each.getKey(), name + ".key", at, shown, parts);
                collect(each.getValue(), name + ".value", at++, shown, parts);
            }
        } else if (value instanceof Record inner && !(value instanceof Evidence)) {
            collect(inner, name, entry, shown, parts);
        }
    }
}

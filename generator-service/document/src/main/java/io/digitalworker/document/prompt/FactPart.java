package io.digitalworker.document.prompt;

import io.digitalworker.document.brief.FactNames;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.source.Evidence;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a fact with the way to it.
 *
 * @param path such as {@code handler}, {@code keys[1]} or {@code fields[2].type}; entries are counted from 1,
 *     and those of maps end in {@code key} and {@code value}
 * @param value as the fact has it, never empty
 */
record FactPart(String path, String value) {
    /** Of an endpoint, its method with its path. */
    static final String ADDRESS = "address";

    /** All that may be said of a fact word for word, in the order of its components. */
    static List<FactPart> of(Fact fact) {
        List<FactPart> parts = new ArrayList<>();
        if (fact instanceof Endpoint) {
            parts.add(new FactPart(ADDRESS, FactNames.headline(fact)));
        }
        collect((Record) fact, "", parts);
        return parts;
    }

    /** The path without the numbers of entries. */
    String name() {
        return path.replaceAll("\\[\\d+]", "");
    }

    private static void collect(Record value, String within, List<FactPart> parts) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            String path = within + component.getName();
            collect(FactNames.read(component, value), path, parts);
        }
    }

    private static void collect(@Nullable Object value, String path, List<FactPart> parts) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            if (!value.toString().isEmpty()) {
                parts.add(new FactPart(path, value.toString()));
            }
        } else if (value instanceof Iterable<?> list) {
            int at = 1;
            for (Object each : list) {
                collect(each, path + "[" + at++ + "]", parts);
            }
        } else if (value instanceof Map<?, ?> map) {
            int at = 1;
            for (Map.Entry<?, ?> each : map.entrySet()) {
                collect(each.getKey(), path + "[" + at + "].key", parts);
                collect(each.getValue(), path + "[" + at++ + "].value", parts);
            }
        } else if (value instanceof Record inner
                && !(value instanceof Evidence)
                && !(value instanceof Confidence)) {
            collect(inner, path + ".", parts);
        }
    }
}

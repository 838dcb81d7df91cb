package io.digitalworker.local.cloud.table.expression;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of one item, in the order of their names. */
public record Item(SortedMap<String, Value> attributes) {
    public static final Item EMPTY = new Item(new TreeMap<>());

    public Item {
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    }

    public static Item of(Map<String, Value> attributes) {
        return new Item(new TreeMap<>(attributes));
    }

    public @Nullable Value get(String attribute) {
        return attributes.get(attribute);
    }
}

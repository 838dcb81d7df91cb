package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The key of a table or index: a partition key and, mostly, a sort key. */
record KeySchema(KeyAttribute partition, @Nullable KeyAttribute sort) {
    /** A key attribute and its type: S, N or B. */
    record KeyAttribute(String name, String type) {}

    List<KeyAttribute> attributes() {
        return Stream.concat(Stream.of(partition), Stream.ofNullable(sort)).toList();
    }

    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        attributes().forEach(attribute -> names.add(attribute.name()));
        return names;
    }

    @Nullable String sortName() {
        return sort == null ? null : sort.name();
    }

    /** The key's bytes, or null if the item lacks one of its attributes. */
    byte @Nullable [] bytes(Item item) {
        Value partitionValue = item.get(partition.name());
        if (partitionValue == null) {
            return null;
        }
        byte[] bytes = KeyBytes.partition(partitionValue);
        if (sort == null) {
            return bytes;
        }
        Value sortValue = item.get(sort.name());
        return sortValue == null ? null : KeyBytes.join(bytes, KeyBytes.of(sortValue));
    }
}

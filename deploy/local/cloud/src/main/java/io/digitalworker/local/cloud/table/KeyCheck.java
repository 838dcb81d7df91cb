package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Path;
import io.digitalworker.local.cloud.table.expression.Value;
import java.nio.charset.StandardCharsets;

/** What AWS demands of key attributes. */
final class KeyCheck {
    private static final int MAX_PARTITION_BYTES = 2048;
    private static final int MAX_SORT_BYTES = 1024;
    private static final String INVALID = "One or more parameter values were invalid: ";

    private KeyCheck() {}

    /** A key as GetItem takes it: all key attributes, in their types, and nothing else. */
    static void requireKey(TableDefinition table, Item key) {
        if (!key.attributes().keySet().equals(table.keys().names())) {
            throw AwsFault.validation("The provided key element does not match the schema");
        }
        for (KeySchema.KeyAttribute attribute : table.keys().attributes()) {
            Value value = key.get(attribute.name());
            if (value == null || !value.type().equals(attribute.type())) {
                throw AwsFault.validation("The provided key element does not match the schema");
            }
        }
        requireSizes(table.keys(), key);
    }

    /** A whole item: it has the table's key; keys of indexes have their types if they are there. */
    static void requireItem(TableDefinition table, Item item) {
        for (KeySchema.KeyAttribute attribute : table.keys().attributes()) {
            Value value = item.get(attribute.name());
            if (value == null) {
                throw AwsFault.validation(
                        INVALID + "Missing the key " + attribute.name() + " in the item");
            }
            if (!value.type().equals(attribute.type())) {
                throw AwsFault.validation(
                        INVALID
                                + "Type mismatch for key %s expected: %s actual: %s"
                                        .formatted(
                                                attribute.name(), attribute.type(), value.type()));
            }
        }
        requireSizes(table.keys(), item);
        table.indexes().forEach(index -> requireIndexKey(index, item));
    }

    private static void requireIndexKey(IndexSchema index, Item item) {
        for (KeySchema.KeyAttribute attribute : index.keys().attributes()) {
            Value value = item.get(attribute.name());
            if (value == null) {
                continue;
            }
            if (!value.type().equals(attribute.type())) {
                throw AwsFault.validation(
                        INVALID
                                + "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
                                        .formatted(
                                                attribute.name(),
                                                attribute.type(),
                                                value.type(),
                                                index.name()));
            }
            if (length(value) == 0) {
                throw AwsFault.validation(
                        "One or more parameter values are not valid. A value specified for a"
                                + " secondary index key is not supported. The AttributeValue for a"
                                + " key attribute cannot contain an empty string value. IndexName: "
                                + index.name()
                                + ", IndexKey: "
                                + attribute.name());
            }
        }
        requireSizes(index.keys(), item);
    }

    private static void requireSizes(KeySchema keys, Item item) {
        for (KeySchema.KeyAttribute attribute : keys.attributes()) {
            Value value = item.get(attribute.name());
            if (value != null) {
                boolean partition = attribute.equals(keys.partition());
                requireSize(attribute.name(), value, partition);
            }
        }
    }

    private static void requireSize(String name, Value value, boolean partition) {
        int length = length(value);
        if (length == 0) {
            throw AwsFault.validation(
                    "One or more parameter values are not valid. The AttributeValue for a key"
                            + " attribute cannot contain an empty string value. Key: "
                            + name);
        }
        int limit = partition ? MAX_PARTITION_BYTES : MAX_SORT_BYTES;
        if (length > limit) {
            throw AwsFault.validation(
                    "%sSize of %s has exceeded the maximum size limit of %d bytes"
                            .formatted(INVALID, partition ? "hashkey" : "rangekey", limit));
        }
    }

    private static int length(Value value) {
        if (value instanceof Value.Text text) {
            return text.value().getBytes(StandardCharsets.UTF_8).length;
        }
        return value instanceof Value.Binary binary ? binary.bytes().length : 1;
    }

    /** A value that a key condition compares with a key attribute. */
    static void requireConditionValue(KeySchema.KeyAttribute attribute, Value value) {
        if (!value.type().equals(attribute.type())) {
            throw AwsFault.validation(
                    INVALID + "Condition parameter type does not match schema type");
        }
        if (length(value) == 0) {
            throw AwsFault.validation(
                    "One or more parameter values are not valid. The AttributeValue for a key"
                            + " attribute cannot contain an empty string value. Key: "
                            + attribute.name());
        }
    }

    /** No update may touch the key. */
    static void refuseKeyChange(TableDefinition table, Path path) {
        if (table.keys().names().contains(path.attribute())) {
            throw AwsFault.validation(
                    INVALID
                            + "Cannot update attribute "
                            + path.attribute()
                            + ". This attribute is part of the key");
        }
    }
}

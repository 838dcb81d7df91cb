package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import io.digitalworker.local.cloud.table.expression.Item;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One table: its items, and an ordered map per index. */
final class Table {
    private final TableDefinition definition;
    private final MVMap<byte[], byte[]> items;
    private final Map<String, MVMap<byte[], byte[]>> indexes = new LinkedHashMap<>();

    Table(TableDefinition definition, DurableStore store) {
        this.definition = definition;
        items = store.map("items/" + definition.name());
        for (IndexSchema index : definition.indexes()) {
            String map = "index/" + definition.name() + "/" + index.name();
            indexes.put(index.name(), store.map(map));
        }
    }

    TableDefinition definition() {
        return definition;
    }

    /** The key's bytes; the item must have one. */
    byte[] key(Item item) {
        return Objects.requireNonNull(definition.keys().bytes(item), "an item without a key");
    }

    @Nullable Item get(byte[] key) {
        byte[] stored = items.get(key);
        return stored == null ? null : ItemJson.read(stored);
    }

    /** Puts the item, or removes what is there if it is null. */
    void put(byte[] key, @Nullable Item item) {
        if (item == null) {
            items.remove(key);
        } else {
            items.put(key, Json.bytes(ItemJson.write(item)));
        }
    }

    MVMap<byte[], byte[]> items() {
        return items;
    }

    MVMap<byte[], byte[]> index(String name) {
        return Objects.requireNonNull(indexes.get(name), name);
    }
}

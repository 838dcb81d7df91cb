package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.table.expression.Item;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes an item and, at once or later, the entries it has in the indexes. */
final class ItemWriter {
    private final IndexLag indexes;

    ItemWriter(IndexLag indexes) {
        this.indexes = indexes;
    }

    /** Inside a write of the store; {@code after} null deletes the item. */
    void replace(Table table, byte[] key, @Nullable Item before, @Nullable Item after) {
        table.put(key, after);
        for (IndexSchema index : table.definition().indexes()) {
            IndexLag.Entry old = entry(table, index, key, before);
            IndexLag.Entry now = entry(table, index, key, after);
            if (!Objects.equals(old, now)) {
                indexes.change(table, index.name(), old == null ? null : old.key().array(), now);
            }
        }
    }

    // An item that lacks an index key is not in that index: indexes are sparse.
    private static IndexLag.@Nullable Entry entry(
            Table table, IndexSchema index, byte[] tableKey, @Nullable Item item) {
        byte[] indexKey = item == null ? null : index.keys().bytes(item);
        if (item == null || indexKey == null) {
            return null;
        }
        Item projected =
                index.projectsAll()
                        ? item
                        : ItemJson.only(item, index.projected(table.definition().keys()));
        return new IndexLag.Entry(
                new Bytes(KeyBytes.join(indexKey, tableKey)),
                new Bytes(Json.bytes(ItemJson.write(projected))));
    }
}

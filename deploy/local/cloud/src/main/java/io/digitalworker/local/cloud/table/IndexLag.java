package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Changes of indexes: made at once, or kept with the write that caused them until they are due. */
final class IndexLag {
    private final DurableStore store;
    private final Tables tables;
    private final Clock clock;
    private final Duration lag;
    private final MVMap<byte[], byte[]> pending;
    private long sequence;

    IndexLag(DurableStore store, Tables tables, Clock clock, Duration lag) {
        this.store = store;
        this.tables = tables;
        this.clock = clock;
        this.lag = lag;
        pending = store.write(() -> store.map("index-lag"));
        // what a killed run left is due now: its changes must not fall behind newer ones
        applyUntil(Long.MAX_VALUE);
    }

    /** Inside the write that causes the change: removes the one entry and puts the other. */
    void change(Table table, String index, byte @Nullable [] remove, @Nullable Entry put) {
        if (lag.isZero()) {
            apply(table, index, remove, put);
            return;
        }
        ObjectNode change =
                Json.object().put("table", table.definition().name()).put("index", index);
        if (remove != null) {
            change.put("remove", base64(remove));
        }
        if (put != null) {
            change.put("key", base64(put.key().array())).put("item", base64(put.item().array()));
        }
        pending.put(key(clock.millis() + lag.toMillis(), sequence++), Json.bytes(change));
    }

    /** An entry of an index: its key, and the projected item as stored. */
    record Entry(Bytes key, Bytes item) {}

    private static void apply(
            Table table, String index, byte @Nullable [] remove, @Nullable Entry put) {
        MVMap<byte[], byte[]> entries = table.index(index);
        if (remove != null) {
            entries.remove(remove);
        }
        if (put != null) {
            entries.put(put.key().array(), put.item().array());
        }
    }

    /** Makes the changes that have come due. */
    void applyDue() {
        if (!pending.isEmpty()) {
            applyUntil(clock.millis());
        }
    }

    private void applyUntil(long millis) {
        byte[] end = key(millis, Long.MAX_VALUE);
        store.change(
                () -> {
                    for (byte[] key = pending.firstKey();
                            key != null && java.util.Arrays.compareUnsigned(key, end) <= 0;
                            key = pending.firstKey()) {
                        byte[] change = pending.remove(key);
                        if (change != null) {
                            apply(Json.readObject(change));
                        }
                    }
                });
    }

    private void apply(ObjectNode change) {
        Table table = tables.named(Json.requiredText(change, "table"));
        byte[] key = bytes(change, "key");
        byte[] item = bytes(change, "item");
        Entry put = key == null || item == null ? null : new Entry(new Bytes(key), new Bytes(item));
        apply(table, Json.requiredText(change, "index"), bytes(change, "remove"), put);
    }

    private static byte[] key(long dueMillis, long sequence) {
        return ByteBuffer.allocate(16).putLong(dueMillis).putLong(sequence).array();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(ObjectNode change, String member) {
        String text = Json.text(change, member);
        return text == null ? null : Base64.getDecoder().decode(text);
    }
}

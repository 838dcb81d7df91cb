package io.digitalworker.local.cloud.table;

import io.digitalworker.local.cloud.storage.DurableStore;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Value;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.Cursor;

/** Removes items whose time to live has passed: epoch seconds, not more than five years ago. */
final class TimeToLive {
    private static final Duration TOO_OLD = Duration.ofDays(5 * 365);

    private final DurableStore store;
    private final Tables tables;
    private final ItemWriter writer;
    private final Clock clock;

    TimeToLive(DurableStore store, Tables tables, ItemWriter writer, Clock clock) {
        this.store = store;
        this.tables = tables;
        this.writer = writer;
        this.clock = clock;
    }

    void sweep() {
        for (Table table : tables.all()) {
            String attribute = table.definition().ttlAttribute();
            if (attribute != null) {
                List<byte[]> expired = store.read(() -> expired(table, attribute));
                expired.forEach(key -> store.change(() -> remove(table, attribute, key)));
            }
        }
    }

    private List<byte[]> expired(Table table, String attribute) {
        List<byte[]> keys = new ArrayList<>();
        Cursor<byte[], byte[]> items = table.items().cursor(null);
        while (items.hasNext()) {
            byte[] key = items.next();
            if (isExpired(ItemJson.read(items.getValue()), attribute)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private boolean isExpired(Item item, String attribute) {
        BigDecimal now = BigDecimal.valueOf(clock.instant().getEpochSecond());
        return item.get(attribute) instanceof Value.Num at
                && at.value().compareTo(now) < 0
                && at.value().compareTo(now.subtract(BigDecimal.valueOf(TOO_OLD.toSeconds()))) > 0;
    }

    private void remove(Table table, String attribute, byte[] key) {
        Item item = table.get(key);
        if (item != null && isExpired(item, attribute)) {
            writer.replace(table, key, item, null);
        }
    }
}

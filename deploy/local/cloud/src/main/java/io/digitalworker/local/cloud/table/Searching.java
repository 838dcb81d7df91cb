package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import io.digitalworker.local.cloud.table.expression.Item;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Query and Scan, page by page. */
final class Searching {
    private final DurableStore store;
    private final Tables tables;
    private final Trouble trouble;

    Searching(DurableStore store, Tables tables, Trouble trouble) {
        this.store = store;
        this.tables = tables;
        this.trouble = trouble;
    }

    ObjectNode query(ObjectNode request) {
        Parameters.allow(
                "Query",
                request,
                "TableName",
                "IndexName",
                "KeyConditionExpression",
                "FilterExpression",
                "ProjectionExpression",
                "ExpressionAttributeNames",
                "ExpressionAttributeValues",
                "Limit",
                "ExclusiveStartKey",
                "ScanIndexForward",
                "Select",
                "ConsistentRead");
        return search(Search.query(tables.named(request), request));
    }

    ObjectNode scan(ObjectNode request) {
        Parameters.allow(
                "Scan",
                request,
                "TableName",
                "IndexName",
                "FilterExpression",
                "ProjectionExpression",
                "ExpressionAttributeNames",
                "ExpressionAttributeValues",
                "Limit",
                "ExclusiveStartKey",
                "Select",
                "ConsistentRead");
        return search(Search.scan(tables.named(request), request));
    }

    private ObjectNode search(Search search) {
        trouble.beforeRead();
        return store.read(() -> page(search));
    }

    private static ObjectNode page(Search search) {
        ArrayNode items = Json.array();
        int scanned = 0;
        int bytes = 0;
        Item last = null;
        Cursor<byte[], byte[]> entries = entries(search);
        while (entries.hasNext() && last == null) {
            if (!search.range().contains(entries.next())) {
                continue;
            }
            Item item = ItemJson.read(entries.getValue());
            scanned++;
            bytes += ItemSize.of(item);
            if (search.accepts(item)) {
                items.add(ItemJson.write(search.projected(item)));
            }
            // As on AWS, a full page names its last key even if nothing comes behind it.
            last = scanned == search.limit() || bytes > ItemSize.MAX_PAGE ? item : null;
        }
        return answer(search, items, scanned, last);
    }

    private static ObjectNode answer(
            Search search, ArrayNode items, int scanned, @Nullable Item last) {
        ObjectNode answer = Json.object().put("Count", items.size()).put("ScannedCount", scanned);
        if (!search.countOnly()) {
            answer.set("Items", items);
        }
        if (last != null) {
            answer.set(
                    "LastEvaluatedKey",
                    ItemJson.write(ItemJson.only(last, search.startKeyNames())));
        }
        return answer;
    }

    private static Cursor<byte[], byte[]> entries(Search search) {
        MVMap<byte[], byte[]> map = search.entries();
        KeyRange range = search.range();
        if (search.forward()) {
            return map.cursor(range.first(), range.end(), false);
        }
        return map.cursor(range.end(), range.first(), true);
    }
}

package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GetItem, BatchGetItem and TransactGetItems. */
final class Reading {
    private static final int MAX_KEYS = 100;
    private static final int MAX_BATCH_BYTES = 16 * 1024 * 1024;
    private static final int MAX_TRANSACTION_BYTES = 4 * 1024 * 1024;

    private final DurableStore store;
    private final Tables tables;
    private final Trouble trouble;

    Reading(DurableStore store, Tables tables, Trouble trouble) {
        this.store = store;
        this.tables = tables;
        this.trouble = trouble;
    }

    private record Get(Table table, Item key, @Nullable Projection projection) {
        @Nullable Item read() {
            return table.get(table.key(key));
        }

        Item projected(Item item) {
            return projection == null ? item : projection.of(item);
        }
    }

    private Get parse(JsonNode request) {
        Table table = tables.named(request);
        Item key = ItemJson.read(request.path("Key"));
        KeyCheck.requireKey(table.definition(), key);
        return new Get(table, key, projection(request));
    }

    private static @Nullable Projection projection(JsonNode request) {
        RequestExpressions expressions = new RequestExpressions(request);
        Projection projection = expressions.projection();
        expressions.finish();
        return projection;
    }

    ObjectNode get(ObjectNode request) {
        Parameters.allow(
                "GetItem",
                request,
                "TableName",
                "Key",
                "ConsistentRead",
                "ProjectionExpression",
                "ExpressionAttributeNames");
        Get get = parse(request);
        trouble.beforeRead();
        Item item = store.read(get::read);
        return answer(get, item);
    }

    private static ObjectNode answer(Get get, @Nullable Item item) {
        ObjectNode answer = Json.object();
        if (item != null) {
            answer.set("Item", ItemJson.write(get.projected(item)));
        }
        return answer;
    }

    ObjectNode transact(ObjectNode request) {
        Parameters.allow("TransactGetItems", request, "TransactItems");
        List<Get> gets = new ArrayList<>();
        for (JsonNode action : request.path("TransactItems")) {
            JsonNode get = action.path("Get");
            Parameters.allow(
                    "Get",
                    get,
                    "TableName",
                    "Key",
                    "ProjectionExpression",
                    "ExpressionAttributeNames");
            gets.add(parse(get));
        }
        requireCount("TransactGetItems", gets.size());
        trouble.beforeRead();
        return store.read(() -> together(gets));
    }

    private static ObjectNode together(List<Get> gets) {
        ArrayNode responses = Json.array();
        long bytes = 0;
        for (Get get : gets) {
            Item item = get.read();
            bytes += item == null ? 0 : ItemSize.of(item);
            responses.add(answer(get, item));
        }
        if (bytes > MAX_TRANSACTION_BYTES) {
            throw AwsFault.validation(
                    "Transaction request cannot have items whose aggregate size exceeds 4 MB");
        }
        return Json.object().set("Responses", responses);
    }

    private static void requireCount(String operation, int keys) {
        if (keys < 1 || keys > MAX_KEYS) {
            throw AwsFault.validation(
                    "Too many items requested for the %s call: 1 to 100 are expected, not %d"
                            .formatted(operation, keys));
        }
    }

    ObjectNode batch(ObjectNode request) {
        Parameters.allow("BatchGetItem", request, "RequestItems");
        Batch batch = new Batch();
        int keys = 0;
        for (Map.Entry<String, JsonNode> table : request.path("RequestItems").properties()) {
            Parameters.allow(
                    "BatchGetItem",
                    table.getValue(),
                    "Keys",
                    "ConsistentRead",
                    "ProjectionExpression",
                    "ExpressionAttributeNames");
            keys += table.getValue().path("Keys").size();
        }
        requireCount("BatchGetItem", keys);
        request.path("RequestItems")
                .properties()
                .forEach(table -> batch.read(table.getKey(), table.getValue()));
        return batch.answer();
    }

    /** The growing answer of one BatchGetItem. */
    private final class Batch {
        private final ObjectNode responses = Json.object();
        private final ObjectNode unprocessed = Json.object();
        private long bytes;
        private int done;

        void read(String name, JsonNode request) {
            Table table = tables.named(name);
            Projection projection = projection(request);
            ArrayNode found = responses.putArray(name);
            Set<String> seen = new HashSet<>();
            for (JsonNode json : request.path("Keys")) {
                Item key = ItemJson.read(json);
                KeyCheck.requireKey(table.definition(), key);
                if (!seen.add(HexFormat.of().formatHex(table.key(key)))) {
                    throw AwsFault.validation("Provided list of item keys contains duplicates");
                }
                if (bytes > MAX_BATCH_BYTES || trouble.throttlesPart()) {
                    leave(name, request, json);
                } else {
                    add(found, new Get(table, key, projection));
                }
            }
        }

        private void add(ArrayNode found, Get get) {
            done++;
            Item item = store.read(get::read);
            if (item != null) {
                bytes += ItemSize.of(item);
                found.add(ItemJson.write(get.projected(item)));
            }
        }

        private void leave(String name, JsonNode request, JsonNode key) {
            JsonNode left = unprocessed.get(name);
            if (!(left instanceof ObjectNode)) {
                left = request.deepCopy();
                ((ObjectNode) left).putArray("Keys");
                unprocessed.set(name, left);
            }
            ((ArrayNode) left.get("Keys")).add(key);
        }

        ObjectNode answer() {
            if (done == 0) {
                throw Trouble.throttled();
            }
            ObjectNode answer = Json.object().set("Responses", responses);
            return answer.set("UnprocessedKeys", unprocessed);
        }
    }
}

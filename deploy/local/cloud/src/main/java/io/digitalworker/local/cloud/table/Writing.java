package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PutItem, UpdateItem, DeleteItem and BatchWriteItem. */
final class Writing {
    private static final int MAX_BATCH = 25;

    private final DurableStore store;
    private final Tables tables;
    private final ItemWriter writer;
    private final Trouble trouble;

    Writing(DurableStore store, Tables tables, ItemWriter writer, Trouble trouble) {
        this.store = store;
        this.tables = tables;
        this.writer = writer;
        this.trouble = trouble;
    }

    ObjectNode put(ObjectNode request) {
        return one(Write.Kind.PUT, request, Set.of("NONE", "ALL_OLD"));
    }

    ObjectNode delete(ObjectNode request) {
        return one(Write.Kind.DELETE, request, Set.of("NONE", "ALL_OLD"));
    }

    ObjectNode update(ObjectNode request) {
        return one(
                Write.Kind.UPDATE,
                request,
                Set.of("NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"));
    }

    private record Outcome(@Nullable Item before, @Nullable Item after) {}

    private ObjectNode one(Write.Kind kind, ObjectNode request, Set<String> returnable) {
        Write write = Write.parse(kind, request, tables, "ReturnValues");
        String wanted = Parameters.choice(request, "ReturnValues", "NONE", returnable);
        trouble.beforeWrite();
        Outcome outcome = store.write(() -> perform(write));
        ObjectNode answer = Json.object();
        Item returned = returned(wanted, write, outcome);
        if (returned != null && !returned.attributes().isEmpty()) {
            answer.set("Attributes", ItemJson.write(returned));
        }
        return answer;
    }

    private Outcome perform(Write write) {
        Item before = write.table().get(write.key().array());
        if (!write.holdsFor(before)) {
            throw write.refused(before);
        }
        Item after = write.after(before);
        writer.replace(write.table(), write.key().array(), before, after);
        return new Outcome(before, after);
    }

    private static @Nullable Item returned(String wanted, Write write, Outcome outcome) {
        Item whole = wanted.endsWith("_OLD") ? outcome.before() : outcome.after();
        if (wanted.equals("NONE") || whole == null || wanted.startsWith("ALL_")) {
            return wanted.equals("NONE") ? null : whole;
        }
        return write.update() == null ? null : new Projection(write.update().paths()).of(whole);
    }

    /** Each write alone: a batch is no transaction. */
    ObjectNode batch(ObjectNode request) {
        Parameters.allow("BatchWriteItem", request, "RequestItems");
        List<Write> writes = batched(request.path("RequestItems"));
        ObjectNode unprocessed = Json.object();
        int done = 0;
        for (Write write : writes) {
            if (trouble.throttlesPart()) {
                unprocessed
                        .withArray("/" + write.table().definition().name())
                        .add(asRequest(write));
            } else {
                store.write(() -> perform(write));
                done++;
            }
        }
        if (done == 0) {
            throw Trouble.throttled();
        }
        return Json.object().set("UnprocessedItems", unprocessed);
    }

    private static JsonNode asRequest(Write write) {
        boolean put = write.kind() == Write.Kind.PUT;
        ObjectNode inner = Json.object().set(put ? "Item" : "Key", ItemJson.write(write.keyItem()));
        return Json.object().set(put ? "PutRequest" : "DeleteRequest", inner);
    }

    private List<Write> batched(JsonNode requests) {
        List<Write> writes = new ArrayList<>();
        requests.properties()
                .forEach(
                        table ->
                                table.getValue()
                                        .forEach(
                                                each -> writes.add(batched(table.getKey(), each))));
        if (writes.isEmpty() || writes.size() > MAX_BATCH) {
            throw AwsFault.validation(
                    "Too many or no items requested for the BatchWriteItem call: 1 to 25 are"
                            + " expected, not "
                            + writes.size());
        }
        for (int i = 0; i < writes.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (writes.get(i).sameItem(writes.get(j))) {
                    throw AwsFault.validation("Provided list of item keys contains duplicates");
                }
            }
        }
        return writes;
    }

    private Write batched(String table, JsonNode request) {
        boolean put = request.has("PutRequest");
        JsonNode inner = request.path(put ? "PutRequest" : "DeleteRequest");
        if (!(inner instanceof ObjectNode object)) {
            throw AwsFault.validation("A PutRequest or DeleteRequest is expected");
        }
        return Write.parse(
                put ? Write.Kind.PUT : Write.Kind.DELETE,
                object.deepCopy().put("TableName", table),
                tables);
    }
}

package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.storage.DurableStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;

/** The tables there are; CreateTable, DescribeTable, ListTables and time to live. */
final class Tables {
    private static final int MAX_LISTED = 100;

    private final DurableStore store;
    private final Clock clock;
    private final MVMap<byte[], byte[]> definitions;
    private final SortedMap<String, Table> tables = new ConcurrentSkipListMap<>();

    Tables(DurableStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        definitions = store.write(() -> store.map("tables"));
        for (byte[] stored : definitions.values()) {
            open(TableDefinition.restore(Json.readObject(stored)));
        }
    }

    private void open(TableDefinition definition) {
        tables.put(definition.name(), new Table(definition, store));
    }

    private void save(TableDefinition definition) {
        store.change(
                () -> {
                    byte[] name = definition.name().getBytes(StandardCharsets.UTF_8);
                    definitions.put(name, Json.bytes(definition.stored()));
                    open(definition);
                });
    }

    Collection<Table> all() {
        return tables.values();
    }

    /** The table that the request names, by name or ARN. */
    Table named(JsonNode request) {
        return named(Json.requiredText(request, "TableName"));
    }

    Table named(String nameOrArn) {
        Table table = tables.get(nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1));
        if (table == null) {
            throw new AwsFault(
                    400,
                    "ResourceNotFoundException",
                    "Requested resource not found: Table: " + nameOrArn + " not found");
        }
        return table;
    }

    synchronized ObjectNode create(ObjectNode request) {
        TableDefinition definition =
                TableDefinition.parse(request, clock.instant().getEpochSecond());
        if (tables.containsKey(definition.name())) {
            throw new AwsFault(
                    400, "ResourceInUseException", "Table already exists: " + definition.name());
        }
        save(definition);
        return Json.object().set("TableDescription", definition.description("CREATING", 0));
    }

    ObjectNode describe(ObjectNode request) {
        Parameters.allow("DescribeTable", request, "TableName");
        Table table = named(request);
        long count = store.read(() -> table.items().sizeAsLong());
        return Json.object().set("Table", table.definition().description("ACTIVE", count));
    }

    ObjectNode list(ObjectNode request) {
        Parameters.allow("ListTables", request, "Limit", "ExclusiveStartTableName");
        int limit = request.path("Limit").asInt(MAX_LISTED);
        String after = Json.text(request, "ExclusiveStartTableName");
        ObjectNode answer = Json.object();
        ArrayNode names = answer.putArray("TableNames");
        for (String name : tables.keySet()) {
            if (after != null && name.compareTo(after) <= 0) {
                continue;
            }
            if (names.size() == limit) {
                answer.set("LastEvaluatedTableName", names.get(limit - 1));
                break;
            }
            names.add(name);
        }
        return answer;
    }

    synchronized ObjectNode updateTimeToLive(ObjectNode request) {
        Parameters.allow("UpdateTimeToLive", request, "TableName", "TimeToLiveSpecification");
        JsonNode wanted = request.path("TimeToLiveSpecification");
        String attribute = Json.requiredText(wanted, "AttributeName");
        boolean enabled = wanted.path("Enabled").asBoolean();
        TableDefinition definition = named(request).definition();
        if (enabled == (definition.ttlAttribute() != null)) {
            throw AwsFault.validation(
                    "TimeToLive is already " + (enabled ? "enabled" : "disabled"));
        }
        save(definition.withTtl(enabled ? attribute : null));
        return Json.object().set("TimeToLiveSpecification", wanted);
    }

    ObjectNode describeTimeToLive(ObjectNode request) {
        Parameters.allow("DescribeTimeToLive", request, "TableName");
        String attribute = named(request).definition().ttlAttribute();
        ObjectNode description =
                Json.object().put("TimeToLiveStatus", attribute == null ? "DISABLED" : "ENABLED");
        if (attribute != null) {
            description.put("AttributeName", attribute);
        }
        return Json.object().set("TimeToLiveDescription", description);
    }
}

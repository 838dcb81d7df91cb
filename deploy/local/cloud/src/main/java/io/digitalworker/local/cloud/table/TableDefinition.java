package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.Account;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What CreateTable and UpdateTimeToLive have said about a table. */
record TableDefinition(
        String name,
        KeySchema keys,
        List<IndexSchema> indexes,
        ObjectNode request,
        long createdSeconds,
        @Nullable String ttlAttribute) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    static TableDefinition parse(ObjectNode request, long createdSeconds) {
        Parameters.allow(
                "CreateTable",
                request,
                "TableName",
                "AttributeDefinitions",
                "KeySchema",
                "GlobalSecondaryIndexes",
                "BillingMode",
                "SSESpecification",
                "Tags",
                "TableClass");
        String name = Json.requiredText(request, "TableName");
        if (!NAME.matcher(name).matches()) {
            throw AwsFault.validation("TableName must match " + NAME + ": " + name);
        }
        if (!"PAY_PER_REQUEST".equals(Json.text(request, "BillingMode"))) {
            throw AwsFault.notImplemented("BillingMode other than PAY_PER_REQUEST");
        }
        Map<String, String> types = types(request);
        KeySchema keys = keys(request.path("KeySchema"), types);
        List<IndexSchema> indexes = indexes(request.path("GlobalSecondaryIndexes"), types);
        requireAllUsed(types.keySet(), keys, indexes);
        return new TableDefinition(name, keys, indexes, request.deepCopy(), createdSeconds, null);
    }

    private static Map<String, String> types(JsonNode request) {
        Map<String, String> types = new TreeMap<>();
        for (JsonNode definition : request.path("AttributeDefinitions")) {
            String type = Json.requiredText(definition, "AttributeType");
            if (!Set.of("S", "N", "B").contains(type)) {
                throw AwsFault.validation("AttributeType must be S, N or B, not " + type);
            }
            types.put(Json.requiredText(definition, "AttributeName"), type);
        }
        return types;
    }

    private static KeySchema keys(JsonNode schema, Map<String, String> types) {
        KeySchema.KeyAttribute partition = attribute(schema, "HASH", types);
        if (partition == null || schema.size() > 2) {
            throw AwsFault.validation(
                    "Invalid KeySchema: one HASH and at most one RANGE key are expected");
        }
        KeySchema.KeyAttribute sort = attribute(schema, "RANGE", types);
        if (schema.size() == 2 && sort == null) {
            throw AwsFault.validation(
                    "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        }
        return new KeySchema(partition, sort);
    }

    private static KeySchema.@Nullable KeyAttribute attribute(
            JsonNode schema, String role, Map<String, String> types) {
        for (JsonNode element : schema) {
            if (role.equals(Json.text(element, "KeyType"))) {
                String name = Json.requiredText(element, "AttributeName");
                String type = types.get(name);
                if (type == null) {
                    throw AwsFault.validation(
                            "One or more parameter values were invalid: Some index key attributes"
                                    + " are not defined in AttributeDefinitions. Keys: ["
                                    + name
                                    + "]");
                }
                return new KeySchema.KeyAttribute(name, type);
            }
        }
        return null;
    }

    private static List<IndexSchema> indexes(JsonNode definitions, Map<String, String> types) {
        List<IndexSchema> indexes = new ArrayList<>();
        for (JsonNode definition : definitions) {
            JsonNode projection = definition.path("Projection");
            Set<String> included = new LinkedHashSet<>();
            projection.path("NonKeyAttributes").forEach(name -> included.add(name.asText()));
            indexes.add(
                    new IndexSchema(
                            Json.requiredText(definition, "IndexName"),
                            keys(definition.path("KeySchema"), types),
                            Json.requiredText(projection, "ProjectionType"),
                            included));
        }
        return indexes;
    }

    private static void requireAllUsed(
            Set<String> defined, KeySchema keys, List<IndexSchema> indexes) {
        Set<String> used = new LinkedHashSet<>(keys.names());
        indexes.forEach(index -> used.addAll(index.keys().names()));
        if (!used.containsAll(defined)) {
            throw AwsFault.validation(
                    "One or more parameter values were invalid: Number of attributes in KeySchema"
                            + " does not exactly match number of attributes defined in"
                            + " AttributeDefinitions");
        }
    }

    TableDefinition withTtl(@Nullable String attribute) {
        return new TableDefinition(name, keys, indexes, request, createdSeconds, attribute);
    }

    /** The index of that name; an unknown one is refused. */
    IndexSchema index(String indexName) {
        return indexes.stream()
                .filter(index -> index.name().equals(indexName))
                .findFirst()
                .orElseThrow(
                        () ->
                                AwsFault.validation(
                                        "The table does not have the specified index: "
                                                + indexName));
    }

    ObjectNode stored() {
        ObjectNode stored = Json.object().put("created", createdSeconds).put("ttl", ttlAttribute);
        return stored.set("request", request);
    }

    static TableDefinition restore(ObjectNode stored) {
        return parse((ObjectNode) stored.get("request"), stored.get("created").asLong())
                .withTtl(Json.text(stored, "ttl"));
    }

    /** The TableDescription of AWS. */
    ObjectNode description(String status, long items) {
        String arn = Account.arn("dynamodb", "table/" + name);
        ObjectNode description =
                Json.object()
                        .put("TableName", name)
                        .put("TableArn", arn)
                        .put("TableStatus", status)
                        .put("CreationDateTime", createdSeconds)
                        .put("ItemCount", items)
                        .put("TableSizeBytes", 0);
        description.putObject("BillingModeSummary").put("BillingMode", "PAY_PER_REQUEST");
        description.set("AttributeDefinitions", request.get("AttributeDefinitions"));
        description.set("KeySchema", request.get("KeySchema"));
        ArrayNode described = Json.array();
        for (JsonNode index : request.path("GlobalSecondaryIndexes")) {
            ObjectNode each = index.deepCopy();
            String indexArn = arn + "/index/" + Json.text(index, "IndexName");
            described.add(each.put("IndexStatus", status).put("IndexArn", indexArn));
        }
        if (!described.isEmpty()) {
            description.set("GlobalSecondaryIndexes", described);
        }
        return description;
    }
}

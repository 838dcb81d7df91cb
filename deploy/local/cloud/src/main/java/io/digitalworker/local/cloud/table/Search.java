package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.table.expression.Condition;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.KeyCondition;
import io.digitalworker.local.cloud.table.expression.Path;
import io.digitalworker.local.cloud.table.expression.Projection;
import io.digitalworker.local.cloud.table.expression.Value;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A Query or Scan, parsed and checked. */
final class Search {
    private static final Set<String> SELECTIONS =
            Set.of("ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "COUNT", "SPECIFIC_ATTRIBUTES");

    private final Table table;
    private final @Nullable IndexSchema index;
    private final KeyRange range;
    private final @Nullable Condition filter;
    private final @Nullable Projection projection;
    private final boolean forward;
    private final boolean countOnly;
    private final int limit;

    private Search(Table table, JsonNode request, RequestExpressions expressions, boolean query) {
        this.table = table;
        String indexName = Json.text(request, "IndexName");
        index = indexName == null ? null : table.definition().index(indexName);
        forward = request.path("ScanIndexForward").asBoolean(true);
        limit = limit(request);
        KeyRange whole = query ? queried(expressions) : KeyRange.all();
        filter = expressions.condition("FilterExpression");
        projection = expressions.projection();
        expressions.finish();
        refuseConsistentIndexRead(request);
        if (query) {
            refuseFilterOnKeys();
        }
        refuseUnprojected();
        countOnly = selection(request).equals("COUNT");
        range = resumed(request, whole);
    }

    static Search query(Table table, JsonNode request) {
        return new Search(table, request, new RequestExpressions(request), true);
    }

    static Search scan(Table table, JsonNode request) {
        return new Search(table, request, new RequestExpressions(request), false);
    }

    private KeySchema keys() {
        return index == null ? table.definition().keys() : index.keys();
    }

    private KeyRange queried(RequestExpressions expressions) {
        KeyCondition condition = expressions.keyCondition(keys());
        KeyCheck.requireConditionValue(keys().partition(), condition.partition());
        KeySchema.KeyAttribute sort = keys().sort();
        for (Value operand : condition.operands()) {
            KeyCheck.requireConditionValue(Objects.requireNonNull(sort), operand);
        }
        if ("begins_with".equals(condition.operator())
                && condition.operands().get(0) instanceof Value.Num) {
            throw AwsFault.validation(
                    "Invalid KeyConditionExpression: Incorrect operand type for operator or"
                            + " function; operator or function: begins_with, operand type: N");
        }
        return KeyRange.of(condition);
    }

    private static int limit(JsonNode request) {
        if (!request.hasNonNull("Limit")) {
            return Integer.MAX_VALUE;
        }
        int limit = request.get("Limit").asInt();
        if (limit < 1) {
            throw AwsFault.validation("Limit must be greater than or equal to 1");
        }
        return limit;
    }

    private void refuseConsistentIndexRead(JsonNode request) {
        if (index != null && request.path("ConsistentRead").asBoolean()) {
            throw AwsFault.validation(
                    "Consistent reads are not supported on global secondary indexes");
        }
    }

    private void refuseFilterOnKeys() {
        Stream.ofNullable(filter)
                .flatMap(Condition::paths)
                .map(Path::attribute)
                .filter(keys().names()::contains)
                .findFirst()
                .ifPresent(
                        key -> {
                            throw AwsFault.validation(
                                    "Filter Expression can only contain non-primary key"
                                            + " attributes: Primary key attribute: "
                                            + key);
                        });
    }

    private void refuseUnprojected() {
        if (index == null || index.projectsAll()) {
            return;
        }
        Set<String> projected = index.projected(table.definition().keys());
        Stream.concat(
                        Stream.ofNullable(filter).flatMap(Condition::paths),
                        Stream.ofNullable(projection).flatMap(each -> each.paths().stream()))
                .map(Path::attribute)
                .filter(attribute -> !projected.contains(attribute))
                .findFirst()
                .ifPresent(this::refuseUnprojected);
    }

    private void refuseUnprojected(String attribute) {
        throw AwsFault.validation(
                "One or more parameter values were invalid: Global secondary index "
                        + Objects.requireNonNull(index).name()
                        + " does not project ["
                        + attribute
                        + "]");
    }

    private String selection(JsonNode request) {
        String selection =
                Parameters.choice(request, "Select", "ALL_PROJECTED_ATTRIBUTES", SELECTIONS);
        boolean explicit = request.hasNonNull("Select");
        if (explicit && (projection != null) != selection.equals("SPECIFIC_ATTRIBUTES")) {
            throw AwsFault.validation(
                    "Cannot specify the ProjectionExpression when choosing to get "
                            + selection
                            + ", nor leave it out for SPECIFIC_ATTRIBUTES");
        }
        if (selection.equals("ALL_ATTRIBUTES") && index != null && !index.projectsAll()) {
            throw AwsFault.validation(
                    "One or more parameter values were invalid: Select type ALL_ATTRIBUTES is not"
                            + " supported for global secondary index "
                            + index.name()
                            + " because its projection type is not ALL");
        }
        if (explicit && selection.equals("ALL_PROJECTED_ATTRIBUTES") && index == null) {
            throw AwsFault.validation(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        return selection;
    }

    private KeyRange resumed(JsonNode request, KeyRange whole) {
        if (!request.hasNonNull("ExclusiveStartKey")) {
            return whole;
        }
        Item start = ItemJson.read(request.get("ExclusiveStartKey"));
        if (!start.attributes().keySet().equals(startKeyNames())) {
            throw AwsFault.validation("The provided starting key is invalid");
        }
        byte[] key = startKey(start);
        if (!whole.contains(key)) {
            throw AwsFault.validation(
                    "The provided starting key is outside query boundaries based on provided"
                            + " conditions");
        }
        return whole.behind(key, forward);
    }

    private byte[] startKey(Item start) {
        KeyCheck.requireItem(table.definition(), start);
        byte[] tableKey = table.key(start);
        return index == null
                ? tableKey
                : KeyBytes.join(Objects.requireNonNull(index.keys().bytes(start)), tableKey);
    }

    /** The attributes of a LastEvaluatedKey. */
    Set<String> startKeyNames() {
        Set<String> names = new LinkedHashSet<>(table.definition().keys().names());
        names.addAll(keys().names());
        return names;
    }

    MVMap<byte[], byte[]> entries() {
        return index == null ? table.items() : table.index(index.name());
    }

    KeyRange range() {
        return range;
    }

    boolean forward() {
        return forward;
    }

    boolean countOnly() {
        return countOnly;
    }

    int limit() {
        return limit;
    }

    boolean accepts(Item item) {
        return filter == null || filter.test(item);
    }

    Item projected(Item item) {
        return projection == null ? item : projection.of(item);
    }
}

package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.code.CodeBase;
import io.digitalworker.facts.code.Located;
import io.digitalworker.facts.code.Scope;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.syntax.Expression;
import io.digitalworker.facts.syntax.Expression.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables with the indexes that are added to them, and buckets. */
final class CdkTables {
    private final Map<Expression, List<String>> indexes = new LinkedHashMap<>();
    private final CodeBase code;
    private final CdkValues values;

    CdkTables(CodeBase code, CdkValues values) {
        this.code = code;
        this.values = values;
    }

    DataStore bucket(Construct construct, Evidence place) {
        return store(construct, "bucket", List.of(), List.of(), new TreeMap<>(), place);
    }

    void index(Call call, Scope scope, String local) {
        Located table = values.defined(CdkValues.receiver(call), scope);
        Given given = values.given(call, scope);
        List<String> parts = new ArrayList<>();
        given.get("partitionKey").ifPresent(key -> parts.add(key(key, "hash", false)));
        given.get("sortKey").ifPresent(key -> parts.add(key(key, "range", false)));
        parts.add(given.get("projectionType").map(values::text).orElse("ALL"));
        if (!local.isEmpty()) {
            parts.add(local);
        }
        String name = given.get("indexName").map(values::text).orElse("");
        indexes.computeIfAbsent(table.expression(), t -> new ArrayList<>())
                .add(name + ": " + String.join(", ", parts));
    }

    DataStore table(Construct construct, Evidence place) {
        List<String> keys = new ArrayList<>();
        construct.props().get("partitionKey").ifPresent(k -> keys.add(key(k, "hash", true)));
        construct.props().get("sortKey").ifPresent(k -> keys.add(key(k, "range", true)));
        TreeMap<String, String> settings = new TreeMap<>();
        Map<String, String> names =
                Map.of(
                        "tableName", "tableName",
                        "billingMode", "billing",
                        "timeToLiveAttribute", "ttl",
                        "stream", "stream",
                        "pointInTimeRecovery", "pointInTimeRecovery",
                        "removalPolicy", "removalPolicy");
        names.forEach(
                (key, name) -> values.text(construct, key).ifPresent(t -> settings.put(name, t)));
        List<String> added = indexes.getOrDefault(construct.place(), List.of());
        return store(construct, "dynamodb-table", keys, added, settings, place);
    }

    private static DataStore store(
            Construct construct,
            String kind,
            List<String> keys,
            List<String> indexes,
            SortedMap<String, String> settings,
            Evidence place) {
        return new DataStore(
                construct.id(),
                kind,
                Cdk.FRAMEWORK,
                keys,
                indexes,
                settings,
                Confidence.LITERAL,
                place);
    }

    private String key(Located located, String role, boolean typed) {
        Given given = Given.of(code, located.expression(), located.scope());
        String name = given.get("name").map(values::text).orElse("");
        String type = given.get("type").map(values::text).orElse("");
        String letter = type.isEmpty() ? "" : type.substring(0, 1).toUpperCase(Locale.ROOT);
        return name + (typed && !letter.isEmpty() ? ": " + letter : "") + " (" + role + ")";
    }
}

package io.digitalworker.facts.framework.aws;

import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.DataStore;
import io.digitalworker.facts.framework.Findings;
import io.digitalworker.facts.framework.aws.Template.Declared;
import io.digitalworker.facts.source.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tables with keys and indexes, buckets, databases and caches. */
final class Stores {
    private static final Map<String, String> OTHERS =
            Map.of(
                    "AWS::S3::Bucket", "bucket",
                    "AWS::RDS::DBInstance", "relational",
                    "AWS::RDS::DBCluster", "relational",
                    "AWS::ElastiCache::CacheCluster", "cache",
                    "AWS::ElastiCache::ReplicationGroup", "cache",
                    "AWS::Elasticsearch::Domain", "search",
                    "AWS::OpenSearchService::Domain", "search");

    private final Template template;
    private final Findings findings;

    Stores(Template template, Findings findings) {
        this.template = template;
        this.findings = findings;
    }

    void emit() {
        for (Declared resource : template.resources()) {
            Evidence place = template.evidence(resource);
            String kind = OTHERS.get(resource.type());
            if (resource.type().matches("AWS::DynamoDB::(?:Global)?Table")) {
                findings.add(table(resource, place));
            } else if (resource.type().equals("AWS::Serverless::SimpleTable")) {
                findings.add(simple(resource, place));
            } else if (kind != null) {
                findings.add(store(resource, kind, List.of(), List.of(), new TreeMap<>(), place));
            }
        }
    }

    private static DataStore store(
            Declared resource,
            String kind,
            List<String> keys,
            List<String> indexes,
            SortedMap<String, String> settings,
            Evidence place) {
        return new DataStore(
                resource.name(),
                kind,
                CloudFormation.FRAMEWORK,
                keys,
                indexes,
                settings,
                Confidence.LITERAL,
                place);
    }

    private DataStore simple(Declared resource, Evidence place) {
        DataNode key = resource.properties().get("PrimaryKey");
        String name = template.text(key.get("Name"));
        String type = template.text(key.get("Type"));
        String letter = type.isEmpty() ? "S" : type.substring(0, 1).toUpperCase(Locale.ROOT);
        String whole = (name.isEmpty() ? "id" : name) + ": " + letter + " (hash)";
        TreeMap<String, String> settings = new TreeMap<>();
        put("tableName", template.text(resource.properties().get("TableName")), settings);
        return store(resource, "dynamodb-table", List.of(whole), List.of(), settings, place);
    }

    private DataStore table(Declared resource, Evidence place) {
        DataNode properties = resource.properties();
        Map<String, String> types = new TreeMap<>();
        for (DataNode attribute : properties.get("AttributeDefinitions").items()) {
            types.put(
                    template.text(attribute.get("AttributeName")),
                    template.text(attribute.get("AttributeType")));
        }
        List<String> keys = new ArrayList<>();
        for (DataNode key : properties.get("KeySchema").items()) {
            String name = template.text(key.get("AttributeName"));
            String type = types.getOrDefault(name, "");
            keys.add((type.isEmpty() ? name : name + ": " + type) + " (" + role(key) + ")");
        }
        return store(
                resource, "dynamodb-table", keys, indexes(properties), settings(properties), place);
    }

    private String role(DataNode key) {
        return template.text(key.get("KeyType")).toLowerCase(Locale.ROOT);
    }

    private List<String> indexes(DataNode properties) {
        List<String> indexes = new ArrayList<>();
        for (String kind : List.of("GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            for (DataNode index : properties.get(kind).items()) {
                List<String> parts = new ArrayList<>();
                for (DataNode key : index.get("KeySchema").items()) {
                    parts.add(template.text(key.get("AttributeName")) + " (" + role(key) + ")");
                }
                String projection = template.text(index.get("Projection", "ProjectionType"));
                String local = kind.startsWith("Local") ? "local" : "";
                for (String more : List.of(projection, local)) {
                    if (!more.isEmpty()) {
                        parts.add(more);
                    }
                }
                String name = template.text(index.get("IndexName"));
                indexes.add(name + ": " + String.join(", ", parts));
            }
        }
        return indexes;
    }

    private SortedMap<String, String> settings(DataNode properties) {
        TreeMap<String, String> settings = new TreeMap<>();
        put("tableName", template.text(properties.get("TableName")), settings);
        put("billing", template.text(properties.get("BillingMode")), settings);
        put(
                "ttl",
                template.text(properties.get("TimeToLiveSpecification", "AttributeName")),
                settings);
        put(
                "stream",
                template.text(properties.get("StreamSpecification", "StreamViewType")),
                settings);
        DataNode recovery = properties.get("PointInTimeRecoverySpecification");
        put(
                "pointInTimeRecovery",
                template.text(recovery.get("PointInTimeRecoveryEnabled")),
                settings);
        DataNode throughput = properties.get("ProvisionedThroughput");
        put("readCapacity", template.text(throughput.get("ReadCapacityUnits")), settings);
        put("writeCapacity", template.text(throughput.get("WriteCapacityUnits")), settings);
        return settings;
    }

    private static void put(String key, String value, Map<String, String> settings) {
        if (!value.isEmpty()) {
            settings.put(key, value);
        }
    }
}

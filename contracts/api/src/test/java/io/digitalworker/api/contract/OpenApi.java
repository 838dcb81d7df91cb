package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import io.digitalworker.api.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP API as {@code openapi.yaml} tells it. */
public final class OpenApi {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(JDKRegularExpressionFactory.getInstance())
                    .build();

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    /** The API of ingest. */
    public static OpenApi read() {
        return read("/openapi.yaml");
    }

    public static OpenApi read(String resource) {
        return new OpenApi(Yaml.read(resource));
    }

    public JsonNode document() {
        return document;
    }

    /** A component, such as {@code schemas, Problem}. */
    public JsonNode component(String kind, String name) {
        JsonNode found = document.at("/components/" + kind + "/" + name);
        if (found.isMissingNode()) {
            throw new NoSuchElementException("openapi.yaml has no " + kind + "/" + name);
        }
        return found;
    }

    /** The node itself, or what it refers to. */
    public JsonNode resolve(JsonNode node) {
        JsonNode reference = node.get("$ref");
        if (reference == null) {
            return node;
        }
        JsonNode found = document.at(reference.asText().substring(1));
        if (found.isMissingNode()) {
            throw new NoSuchElementException("openapi.yaml has no " + reference.asText());
        }
        return found;
    }

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                each -> {
                                                    if (METHODS.contains(each.getKey())) {
                                                        operations.add(
                                                                operation(path.getKey(), each));
                                                    }
                                                }));
        return operations;
    }

    private Operation operation(String path, Map.Entry<String, JsonNode> method) {
        return new Operation(
                method.getKey().toUpperCase(Locale.ROOT), path, method.getValue(), this);
    }

    public Operation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no operation " + id));
    }

    /** What a schema of this document has against a value, sorted. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(whole, STRICT);
    }

    /** What the schema of that name has against what Jackson writes of an object. */
    public List<String> faults(String schema, Object body) {
        return faults(component("schemas", schema), Schemas.JSON.valueToTree(body));
    }
}

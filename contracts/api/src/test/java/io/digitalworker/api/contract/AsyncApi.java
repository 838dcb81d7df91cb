package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import io.digitalworker.api.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/** What is announced, as {@code asyncapi.yaml} tells it. */
public final class AsyncApi {
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(JDKRegularExpressionFactory.getInstance())
                    .build();

    private final JsonNode document;

    private AsyncApi(JsonNode document) {
        this.document = document;
    }

    public static AsyncApi read() {
        return new AsyncApi(Yaml.read("/asyncapi.yaml"));
    }

    public JsonNode document() {
        return document;
    }

    /** Names of the messages of a channel. */
    public List<String> messages(String channel) {
        List<String> names = new ArrayList<>();
        document.at("/channels/" + channel + "/messages").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What the contract has against the body of a message, sorted. */
    public List<String> bodyFaults(String message, JsonNode body) {
        return faults(message(message).get("payload"), body);
    }

    /** What the contract has against the headers, or attributes, of a message, sorted. */
    public List<String> headerFaults(String message, JsonNode headers) {
        JsonNode described = message(message);
        JsonNode declared =
                described.has("headers")
                        ? described.get("headers")
                        : described.at("/traits/0/headers");
        return faults(declared, headers);
    }

    private JsonNode message(String name) {
        return whole(document.at("/components/messages/" + name));
    }

    private static List<String> faults(JsonNode schema, JsonNode value) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema, STRICT)
                .validate(value)
                .stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** The tree with everything in place that it refers to. */
    JsonNode whole(JsonNode tree) {
        if (tree.has("$ref")) {
            String reference = tree.get("$ref").asText();
            return reference.startsWith("./")
                    ? Schemas.read(reference.substring(1)) // by its $id it is whole in itself
                    : whole(component(reference));
        }
        if (tree instanceof ObjectNode object) {
            ObjectNode copy = Schemas.JSON.createObjectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), whole(each.getValue())));
            return copy;
        }
        if (tree instanceof ArrayNode array) {
            ArrayNode copy = Schemas.JSON.createArrayNode();
            array.forEach(each -> copy.add(whole(each)));
            return copy;
        }
        return tree;
    }

    private JsonNode component(String reference) {
        JsonNode found = document.at(reference.substring(1));
        if (found.isMissingNode()) {
            throw new NoSuchElementException("asyncapi.yaml has no " + reference);
        }
        return found;
    }
}

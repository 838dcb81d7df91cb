package io.digitalworker.local.cloud.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** The attributes of a published message. */
record MessageAttributes(Map<String, Attribute> all) {
    /** Type (String, Number or String.Array) and value of one. */
    record Attribute(String type, String value) {}

    static MessageAttributes of(QueryForm form) {
        Map<String, Attribute> all = new TreeMap<>();
        String prefix = "MessageAttributes.entry.";
        form.entries(prefix, ".Name", ".Value.DataType")
                .forEach((name, type) -> all.put(name, new Attribute(type, "")));
        form.entries(prefix, ".Name", ".Value.StringValue")
                .forEach(
                        (name, value) -> all.computeIfPresent(name, (n, a) -> valued(n, a, value)));
        return new MessageAttributes(all);
    }

    private static Attribute valued(String name, Attribute attribute, String value) {
        if (attribute.type().startsWith("Binary")) {
            throw AwsFault.notImplemented("Binary message attribute " + name);
        }
        if (value.isEmpty()) {
            throw new AwsFault(
                    400,
                    "ParameterValueInvalid",
                    "The message attribute '"
                            + name
                            + "' must contain non-empty message attribute value.");
        }
        return new Attribute(attribute.type(), value);
    }

    /** As a notification carries them. */
    ObjectNode described() {
        ObjectNode described = Json.object();
        all.forEach(
                (name, attribute) ->
                        described
                                .putObject(name)
                                .put("Type", attribute.type())
                                .put("Value", attribute.value()));
        return described;
    }

    /** As filter policies see them. */
    ObjectNode values() {
        ObjectNode values = Json.object();
        all.forEach((name, attribute) -> values.set(name, value(name, attribute)));
        return values;
    }

    private static JsonNode value(String name, Attribute attribute) {
        JsonNode text = Json.object().textNode(attribute.value());
        if (attribute.type().startsWith("String.Array")) {
            JsonNode array = Json.tryRead(attribute.value());
            return array != null && array.isArray() ? array : text;
        }
        return attribute.type().startsWith("Number") ? number(name, attribute.value()) : text;
    }

    private static JsonNode number(String name, String value) {
        try {
            return Json.object().numberNode(new BigDecimal(value));
        } catch (NumberFormatException malformed) {
            throw new AwsFault(
                    400,
                    "ParameterValueInvalid",
                    "Could not cast message attribute '" + name + "' value to number.");
        }
    }
}

package io.digitalworker.local.cloud.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.local.cloud.http.AwsFault;
import io.digitalworker.local.cloud.http.Json;
import io.digitalworker.local.cloud.table.expression.Item;
import io.digitalworker.local.cloud.table.expression.Numbers;
import io.digitalworker.local.cloud.table.expression.Value;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Items and values as they are on the wire and in the store. */
final class ItemJson {
    private static final int MAX_DEPTH = 32;

    private ItemJson() {}

    static Item read(JsonNode json) {
        return new Item(members(json, 1));
    }

    static Item read(byte[] stored) {
        return read(Json.readObject(stored));
    }

    static ObjectNode write(Item item) {
        ObjectNode json = Json.object();
        item.attributes().forEach((name, value) -> json.set(name, write(value)));
        return json;
    }

    static Map<String, Value> values(JsonNode json) {
        return members(json, 1);
    }

    private static SortedMap<String, Value> members(JsonNode json, int depth) {
        if (!json.isObject()) {
            throw AwsFault.validation("A map of attribute values was expected");
        }
        TreeMap<String, Value> members = new TreeMap<>();
        json.properties()
                .forEach(member -> members.put(member.getKey(), value(member.getValue(), depth)));
        return members;
    }

    private static Value value(JsonNode json, int depth) {
        if (depth > MAX_DEPTH) {
            throw AwsFault.validation("Nesting Levels have exceeded supported limits");
        }
        if (!json.isObject() || json.isEmpty()) {
            throw AwsFault.validation(
                    "Supplied AttributeValue is empty, must contain exactly one of the supported"
                            + " datatypes");
        }
        if (json.size() > 1) {
            throw AwsFault.validation(
                    "Supplied AttributeValue has more than one datatypes set, must contain exactly"
                            + " one of the supported datatypes");
        }
        Map.Entry<String, JsonNode> only = json.properties().iterator().next();
        return typed(only.getKey(), only.getValue(), depth);
    }

    private static Value typed(String type, JsonNode json, int depth) {
        return switch (type) {
            case "S" -> new Value.Text(json.asText());
            case "N" -> Numbers.parse(json.asText());
            case "B" -> binary(json);
            case "BOOL" -> new Value.Bool(json.asBoolean());
            case "NULL" -> nothing(json);
            case "M" -> new Value.MapOf(members(json, depth + 1));
            case "L" -> list(json, depth + 1);
            case "SS", "NS", "BS" -> set(type, json);
            default ->
                    throw AwsFault.validation(
                            "Supplied AttributeValue has the unknown datatype " + type);
        };
    }

    private static Value nothing(JsonNode json) {
        if (!json.asBoolean()) {
            throw AwsFault.validation(
                    "One or more parameter values were invalid: Null attribute value types must"
                            + " have the value of true");
        }
        return new Value.Null();
    }

    private static Value binary(JsonNode json) {
        try {
            return Value.Binary.of(Base64.getDecoder().decode(json.asText()));
        } catch (IllegalArgumentException malformed) {
            throw new AwsFault(400, "SerializationException", "Invalid Base64 in a binary value");
        }
    }

    private static Value list(JsonNode json, int depth) {
        List<Value> elements = new ArrayList<>();
        json.forEach(element -> elements.add(value(element, depth)));
        return new Value.ListOf(elements);
    }

    private static Value set(String type, JsonNode json) {
        Set<Value> elements = new LinkedHashSet<>();
        json.forEach(element -> elements.add(typed(type.substring(0, 1), element, MAX_DEPTH)));
        if (elements.isEmpty()) {
            throw AwsFault.validation(
                    "One or more parameter values were invalid: An "
                            + (type.equals("NS")
                                    ? "number"
                                    : type.equals("SS") ? "string" : "binary")
                            + " set  may not be empty");
        }
        if (elements.size() < json.size()) {
            throw AwsFault.validation(
                    "One or more parameter values were invalid: Input collection contains"
                            + " duplicates.");
        }
        return new Value.SetOf(type, elements);
    }

    static ObjectNode write(Value value) {
        ObjectNode json = Json.object();
        if (value instanceof Value.Bool bool) {
            return json.put("BOOL", bool.value());
        } else if (value instanceof Value.Null) {
            return json.put("NULL", true);
        } else if (value instanceof Value.ListOf list) {
            ArrayNode elements = json.putArray("L");
            list.elements().forEach(element -> elements.add(write(element)));
            return json;
        } else if (value instanceof Value.MapOf map) {
            return json.set("M", write(new Item(map.members())));
        } else if (value instanceof Value.SetOf set) {
            ArrayNode elements = json.putArray(set.type());
            set.elements().forEach(element -> elements.add(scalar(element)));
            return json;
        }
        return json.put(value.type(), scalar(value));
    }

    private static String scalar(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        } else if (value instanceof Value.Num number) {
            return number.value().toPlainString();
        } else if (value instanceof Value.Binary binary) {
            return Base64.getEncoder().encodeToString(binary.bytes());
        }
        throw new IllegalArgumentException("no scalar: " + value);
    }

    /** The item with these attributes alone. */
    static Item only(Item item, Set<String> names) {
        return Item.of(
                item.attributes().entrySet().stream()
                        .filter(attribute -> names.contains(attribute.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}

package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.contract.OpenApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws JSON from the schemas of the contract: what follows them, and what nearly does. */
final class DrawnJson {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS =
            List.of(
                    "Reviews",
                    "F1",
                    "1.0",
                    "Q-load",
                    "data-model",
                    "a".repeat(64),
                    "A customer writes a review.",
                    "https://example.com/hook",
                    "Bewertungen \u00fcber \u0939\u093f\u0928\u094d\u0926\u0940");

    private final OpenApi api;
    private final Random random;

    DrawnJson(OpenApi api, Random random) {
        this.api = api;
        this.random = random;
    }

    /** A value that follows the schema, as far as its keywords of types tell. */
    JsonNode valid(JsonNode told) {
        JsonNode schema = api.resolve(told);
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> number(schema);
            case "boolean" -> MAKE.booleanNode(random.nextBoolean());
            default -> MAKE.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = MAKE.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(
                        field -> {
                            if (required.contains(field.getKey()) || random.nextInt(3) == 0) {
                                object.set(field.getKey(), valid(field.getValue()));
                            }
                        });
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        ArrayNode array = MAKE.arrayNode();
        int size = schema.path("minItems").asInt(0) + random.nextInt(2);
        for (int i = 0; i < size; i++) {
            array.add(valid(schema.get("items")));
        }
        return array;
    }

    private JsonNode number(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(1_000), 1L << 20);
        return MAKE.numberNode(least + random.nextInt((int) Math.max(1, most - least)));
    }

    private String text(JsonNode schema) {
        String pattern = schema.path("pattern").asText("");
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        List<String> fitting =
                WORDS.stream()
                        .filter(word -> word.length() <= most)
                        .filter(word -> pattern.isEmpty() || word.matches(".*?" + inner(pattern)))
                        .toList();
        return fitting.isEmpty() ? "x" : fitting.get(random.nextInt(fitting.size()));
    }

    private static String inner(String pattern) {
        return pattern.startsWith("^") ? pattern.substring(1) : pattern + ".*";
    }

    /** A valid value with something wrong in it, written down; not always JSON any more. */
    String broken(JsonNode schema) {
        JsonNode value = valid(schema);
        String text = value.toString();
        return switch (random.nextInt(12)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> text + "}";
            case 2 -> "\ufeff" + text;
            case 3 -> "[".repeat(5_000) + text;
            case 4 -> text.replaceFirst("\\{", "{\"\\\\u0000planted\":1,");
            case 5 -> text.replaceFirst("\\{", "{\"jobId\":1,\"jobId\":2,");
            case 6 -> odd().toString();
            default -> changed(value).toString();
        };
    }

    /** One place, anywhere, holds something else. */
    private JsonNode changed(JsonNode value) {
        List<JsonNode> containers = new ArrayList<>();
        collect(value, containers);
        if (containers.isEmpty()) {
            return odd();
        }
        JsonNode place = containers.get(random.nextInt(containers.size()));
        if (place instanceof ArrayNode array) {
            array.add(odd());
        } else {
            change((ObjectNode) place);
        }
        return value;
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.isEmpty() ? "planted" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set("planted", odd());
            default -> object.set(name, odd());
        }
    }

    private static void collect(JsonNode value, List<JsonNode> containers) {
        if (value.isContainerNode()) {
            containers.add(value);
            value.forEach(each -> collect(each, containers));
        }
    }

    private JsonNode odd() {
        return switch (random.nextInt(16)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.textNode("");
            case 2 -> MAKE.textNode(" \t\n");
            case 3 -> MAKE.textNode("planted".repeat(random.nextInt(20_000)));
            case 4 -> MAKE.textNode("\u0000\u202e\ud800 <script>planted()</script>");
            case 5 -> MAKE.textNode("../../../../etc/passwd");
            case 6 -> MAKE.numberNode(-1);
            case 7 -> MAKE.numberNode(Long.MAX_VALUE);
            case 8 -> MAKE.numberNode(1e300);
            case 9 -> MAKE.numberNode(0.5);
            case 10 -> MAKE.booleanNode(random.nextBoolean());
            case 11 -> MAKE.arrayNode().add("planted").add(MAKE.nullNode());
            case 12 -> MAKE.objectNode().put("planted", 1);
            case 13 -> many();
            case 14 -> MAKE.textNode("http://169.254.169.254/latest/meta-data");
            default -> MAKE.textNode("planted \u0939\u093f \ud83d\udc69\u200d\ud83d\udcbb");
        };
    }

    private static JsonNode many() {
        ArrayNode many = MAKE.arrayNode();
        for (int i = 0; i < 500; i++) {
            many.add("planted" + i);
        }
        return many;
    }

    /** As a tree, where it is one. */
    static JsonNode read(byte[] json) throws java.io.IOException {
        return JSON.readTree(json);
    }
}

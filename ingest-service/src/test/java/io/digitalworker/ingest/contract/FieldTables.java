package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** JSON Schemas as tables of fields. */
final class FieldTables {
    private FieldTables() {}

    /** The fields of an object, those of objects within it too. */
    static String of(String caption, JsonNode schema) {
        StringBuilder rows = new StringBuilder();
        rows(rows, "", inPlace(schema, schema.path("$defs")));
        return Html.table(caption, "Field|Type|What it is", rows.toString());
    }

    /** The tree with what it defines for itself wherever it refers to that. */
    private static JsonNode inPlace(JsonNode tree, JsonNode definitions) {
        String reference = tree.path("$ref").asText();
        JsonNode copy = tree.deepCopy();
        if (reference.startsWith("#/$defs/") && copy instanceof ObjectNode object) {
            object.remove("$ref");
            JsonNode defined = definitions.get(reference.substring("#/$defs/".length()));
            return ((ObjectNode) defined.deepCopy()).setAll(object);
        }
        if (copy instanceof ObjectNode object) {
            object.properties()
                    .forEach(each -> each.setValue(inPlace(each.getValue(), definitions)));
        }
        return copy;
    }

    private static void rows(StringBuilder rows, String prefix, JsonNode schema) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties")
                .properties()
                .forEach(
                        field -> {
                            String name = prefix + field.getKey();
                            JsonNode type = field.getValue();
                            String need =
                                    required.contains(field.getKey()) ? " <em>required</em>" : "";
                            rows.append(Html.row(Html.code(name) + need, type(type), words(type)));
                            rows(rows, name + ".", type);
                            rows(rows, name + "[].", type.path("items"));
                        });
    }

    /** The type in words, with a link to where it is told. */
    static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asText().replaceFirst(".*/", "");
            return Html.link("schema-" + name, name);
        }
        if (schema.has("const")) {
            return Html.code(schema.get("const").asText());
        }
        if (schema.has("enum")) {
            return listed(schema.get("enum"));
        }
        String type = schema.path("type").asText("any");
        if (type.equals("array")) {
            return "array of " + type(schema.path("items"));
        }
        String format = schema.path("format").asText("");
        return Html.escaped(format.isEmpty() ? type : type + " (" + format + ")");
    }

    private static String listed(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(Html.code(value.asText())));
        return words.size() <= 8
                ? String.join(" | ", words)
                : "<details><summary>one of "
                        + words.size()
                        + "</summary>"
                        + String.join(" ", words)
                        + "</details>";
    }

    static String words(JsonNode schema) {
        List<String> words = new ArrayList<>();
        if (schema.has("description")) {
            words.add(Html.inline(schema.get("description").asText()));
        }
        limit(words, schema, "minimum", "from ");
        limit(words, schema, "maximum", "to ");
        limit(words, schema, "minLength", "characters from ");
        limit(words, schema, "maxLength", "characters to ");
        limit(words, schema, "minItems", "items from ");
        limit(words, schema, "maxItems", "items to ");
        limit(words, schema, "default", "default ");
        if (schema.has("pattern")) {
            words.add("like " + Html.code(schema.get("pattern").asText()));
        }
        return String.join("; ", words).replace(".; ", "; ");
    }

    private static void limit(List<String> words, JsonNode schema, String keyword, String say) {
        if (schema.has(keyword)) {
            words.add(
                    say
                            + Html.code(
                                    schema.get(keyword).isTextual()
                                            ? schema.get(keyword).asText()
                                            : schema.get(keyword).toString()));
        }
    }
}

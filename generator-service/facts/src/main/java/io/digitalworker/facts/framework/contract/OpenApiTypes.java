package io.digitalworker.facts.framework.contract;

import io.digitalworker.facts.data.DataNode;
import io.digitalworker.facts.data.DataNode.Entry;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.framework.contract.References.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the operations of a contract take and answer. */
final class OpenApiTypes {
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");
    private static final int DEEPEST = 4;

    private final References references;
    private final Placed root;

    OpenApiTypes(References references, Placed root) {
        this.references = references;
        this.root = root;
    }

    /** Those of the path and of the operation, which goes first. */
    List<Input> inputs(Placed item, Placed operation) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (Placed level : List.of(item, operation)) {
            for (Placed parameter : parameters(level)) {
                Input input = input(parameter);
                if (input != null) {
                    inputs.put(input.in() + " " + input.name(), input);
                }
            }
        }
        return List.copyOf(inputs.values());
    }

    private List<Placed> parameters(Placed level) {
        List<Placed> found = new ArrayList<>();
        for (DataNode item : level.node().get("parameters").items()) {
            found.add(references.follow(level.with(item)));
        }
        return found;
    }

    private @Nullable Input input(Placed parameter) {
        DataNode node = parameter.node();
        String in = node.get("in").text("");
        String place = in.equals("formData") ? "form" : in;
        String name = node.get("name").text("");
        if (name.isEmpty() || !(PLACES.contains(place) || place.equals("form"))) {
            return null;
        }
        Placed schema = node.has("schema") ? parameter.get("schema") : parameter;
        boolean required = place.equals("path") || node.get("required").bool().orElse(false);
        return new Input(name, place, type(schema, DEEPEST), required);
    }

    /** The type of the body; null without one. */
    @Nullable String request(Placed operation) {
        for (Placed parameter : parameters(operation)) {
            if (parameter.node().get("in").text("").equals("body")) {
                return orObject(type(parameter.get("schema"), DEEPEST));
            }
        }
        Placed body = references.follow(operation.get("requestBody"));
        List<Entry> content = body.node().get("content").entries();
        return content.isEmpty()
                ? null
                : orObject(type(body.with(content.get(0).value().get("schema")), DEEPEST));
    }

    private static String orObject(String type) {
        return type.isEmpty() ? "object" : type;
    }

    /** By status as written; {@code default} has none and is left out. */
    List<Response> responses(Placed operation) {
        List<Response> responses = new ArrayList<>();
        for (Entry entry : operation.node().get("responses").entries()) {
            String status = entry.key().replace('X', '0').replace('x', '0');
            if (status.matches("[1-5]\\d\\d")) {
                Placed response = references.follow(operation.with(entry.value()));
                responses.add(new Response(Integer.parseInt(status), answered(response)));
            }
        }
        return responses;
    }

    private String answered(Placed response) {
        List<Entry> content = response.node().get("content").entries();
        DataNode schema =
                content.isEmpty()
                        ? response.node().get("schema")
                        : content.get(0).value().get("schema");
        return type(response.with(schema), DEEPEST);
    }

    /** The name behind a {@code $ref}, else what it is made of; empty when it is not said. */
    private String type(Placed schema, int depth) {
        DataNode node = schema.node();
        String reference = node.get("$ref").text("");
        if (!reference.isEmpty()) {
            String last = reference.substring(reference.lastIndexOf('/') + 1);
            return last.replaceFirst("\\.(?:ya?ml|json)$", "");
        }
        List<String> types = node.get("type").texts();
        String type = types.stream().filter(t -> !t.equals("null")).findFirst().orElse("");
        if (type.equals("array") && depth > 0) {
            return type(schema.get("items"), depth - 1) + "[]";
        }
        for (String many : List.of("allOf", "oneOf", "anyOf")) {
            if (node.has(many) && depth > 0) {
                return type(schema.with(node.get(many).item(0)), depth - 1);
            }
        }
        return type.isEmpty() && node.has("properties") ? "object" : type;
    }

    /** The schemes with their scopes that a caller must pass one of; 'anonymous' when switched off. */
    List<String> security(DataNode operation) {
        DataNode security =
                operation.has("security") ? operation.get("security") : root.node().get("security");
        List<String> needs = new ArrayList<>();
        for (DataNode requirement : security.items()) {
            for (Entry scheme : requirement.entries()) {
                List<String> scopes = scheme.value().texts();
                needs.add(
                        scopes.isEmpty()
                                ? scheme.key()
                                : scheme.key() + "(" + String.join(", ", scopes) + ")");
            }
        }
        boolean off = operation.has("security") && needs.isEmpty();
        return off && root.node().has("security") ? List.of("anonymous") : List.copyOf(needs);
    }
}

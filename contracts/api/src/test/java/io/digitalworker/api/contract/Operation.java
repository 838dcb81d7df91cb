package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation of the API.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 */
public record Operation(String method, String path, JsonNode node, OpenApi api) {
    /** An answer by its status; references are followed. */
    public Map<Integer, JsonNode> responses() {
        Map<Integer, JsonNode> responses = new LinkedHashMap<>();
        node.get("responses")
                .properties()
                .forEach(
                        each ->
                                responses.put(
                                        Integer.valueOf(each.getKey()),
                                        api.resolve(each.getValue())));
        return responses;
    }

    public String id() {
        return node.path("operationId").asText();
    }

    /** Constants of the catalogue that an answer with this status can have. */
    public List<String> codes(int status) {
        List<String> codes = new ArrayList<>();
        responses().get(status).path("x-codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    /** Parameters, with references followed. */
    public List<JsonNode> parameters() {
        List<JsonNode> parameters = new ArrayList<>();
        node.path("parameters").forEach(each -> parameters.add(api.resolve(each)));
        return parameters;
    }

    /** Names of the parameters that stand there, such as {@code query}. */
    public List<String> parameters(String where) {
        return parameters().stream()
                .filter(parameter -> parameter.get("in").asText().equals(where))
                .map(parameter -> parameter.get("name").asText())
                .toList();
    }

    /** Media types of the request, or none. */
    public List<String> consumes() {
        return names(node.at("/requestBody/content"));
    }

    /** Media types of the answer with this status. */
    public static List<String> produces(JsonNode response) {
        return names(response.path("content"));
    }

    /** Headers of an answer by name; references are followed. */
    public Map<String, JsonNode> headers(JsonNode response) {
        Map<String, JsonNode> headers = new LinkedHashMap<>();
        response.path("headers")
                .properties()
                .forEach(each -> headers.put(each.getKey(), api.resolve(each.getValue())));
        return headers;
    }

    /** Whether it answers to anybody. */
    public boolean isOpen() {
        return node.has("security") && node.get("security").isEmpty();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

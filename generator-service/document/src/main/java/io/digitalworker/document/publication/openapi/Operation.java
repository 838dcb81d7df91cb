package io.digitalworker.document.publication.openapi;

import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An endpoint as an operation of OpenAPI. */
final class Operation {
    private static final Set<String> PLACES = Set.of("query", "header", "cookie");
    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "DELETE", "TRACE");

    /** Any number that may stand for a status. */
    private static final int LOWEST = 100;

    private static final int HIGHEST = 599;

    private final Endpoint endpoint;
    private final PathTemplate path;
    private final TypeSchemas schemas;

    Operation(Endpoint endpoint, PathTemplate path, TypeSchemas schemas) {
        this.endpoint = endpoint;
        this.path = path;
        this.schemas = schemas;
    }

    Map<String, Object> write(String operationId, List<String> features) {
        Map<String, Object> operation = new LinkedHashMap<>();
        int dot = endpoint.handler().indexOf('.');
        if (dot > 0) {
            operation.put("tags", List.of(endpoint.handler().substring(0, dot)));
        }
        operation.put("operationId", operationId);
        List<Object> parameters = parameters();
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body(operation);
        operation.put("responses", responses());
        extensions(operation, features);
        return operation;
    }

    private void extensions(Map<String, Object> operation, List<String> features) {
        if (endpoint.method().equals("ANY")) {
            operation.put("x-any-method", true);
        }
        list(operation, "x-authorization", endpoint.authorization());
        list(operation, "x-conditions", endpoint.conditions());
        list(operation, "x-features", features);
        operation.put("x-confidence", endpoint.confidence().key());
        operation.put("x-source", endpoint.evidence().id());
    }

    private static void list(Map<String, Object> operation, String key, List<String> values) {
        if (!values.isEmpty()) {
            operation.put(key, values);
        }
    }

    /** Those of the path are exactly those that its template has. */
    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        for (String name : path.names()) {
            parameters.add(parameter(name, "path", typeInPath(name), true));
        }
        Set<String> seen = new LinkedHashSet<>();
        for (Input input : endpoint.parameters()) {
            if (PLACES.contains(input.in()) && seen.add(input.in() + " " + input.name())) {
                parameters.add(parameter(input.name(), input.in(), input.type(), input.required()));
            }
        }
        return parameters;
    }

    private String typeInPath(String name) {
        return endpoint.parameters().stream()
                .filter(input -> input.in().equals("path") && input.name().equals(name))
                .map(Input::type)
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> parameter(String name, String in, String type, boolean required) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        if (required) {
            parameter.put("required", true);
        }
        parameter.put("schema", schemas.of(type));
        return parameter;
    }

    private void body(Map<String, Object> operation) {
        String request = endpoint.request();
        List<Input> form =
                endpoint.parameters().stream().filter(input -> input.in().equals("form")).toList();
        if (WITHOUT_BODY.contains(endpoint.method()) || (request == null && form.isEmpty())) {
            return;
        }
        Map<String, Object> content = new LinkedHashMap<>();
        if (request != null) {
            content.put("application/json", schema(schemas.of(request)));
        }
        if (!form.isEmpty()) {
            content.put("application/x-www-form-urlencoded", schema(form(form)));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("content", content);
        operation.put("requestBody", body);
    }

    private Map<String, Object> form(List<Input> form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        form.forEach(input -> properties.putIfAbsent(input.name(), schemas.of(input.type())));
        List<String> required =
                form.stream().filter(Input::required).map(Input::name).distinct().toList();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        list(schema, "required", required);
        return schema;
    }

    private Map<String, Object> responses() {
        Map<Integer, Response> told = new TreeMap<>();
        for (Response response : endpoint.responses()) {
            if (response.status() >= LOWEST && response.status() <= HIGHEST) {
                told.merge(
                        response.status(),
                        response,
                        (one, other) -> one.type().isEmpty() ? other : one);
            }
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        told.forEach((status, response) -> responses.put(status.toString(), answer(response)));
        if (responses.isEmpty()) {
            responses.put("default", Map.of("description", "the code does not say"));
        }
        return responses;
    }

    private Map<String, Object> answer(Response response) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("description", response.type().isEmpty() ? "no body told" : response.type());
        if (!response.type().isEmpty()) {
            answer.put("content", Map.of("application/json", schema(schemas.of(response.type()))));
        }
        return answer;
    }

    private static Map<String, Object> schema(Map<String, Object> schema) {
        return Map.of("schema", schema);
    }
}

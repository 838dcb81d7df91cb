package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.Schemas;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Operation;
import java.util.List;
import java.util.Map;

/**
 * The API as a collection of requests (Postman v2.1, which other clients read too), in an order in which
 * they can be run one after the other: what one answers, the next ones use.
 */
final class RequestCollection {
    static final List<String> ORDER =
            List.of(
                    "health",
                    "settings",
                    "openApi",
                    "asyncApi",
                    "schema",
                    "eventSchema",
                    "createUpload",
                    "generateSpec",
                    "jobStatus",
                    "jobEvents",
                    "listJobs",
                    "artifact",
                    "artifactInFolder",
                    "reviseJob",
                    "createBatch",
                    "batchStatus",
                    "webhookSecret",
                    "rotateWebhookSecret",
                    "deleteJob");

    /** Fields of answers that are kept as variables. */
    private static final Map<String, String> KEPT =
            Map.of("generateSpec", "jobId", "createUpload", "uploadId", "createBatch", "batchId");

    /** What is sent where the contract's example names something that is not there yet. */
    private static final Map<String, String> SENT =
            Map.of(
                    "createBatch",
                    "{\"submissions\": [{\"descriptor\": {\"moduleName\": \"Reviews\", \"version\":"
                            + " \"1.0\", \"features\": [{\"id\": \"F1\", \"description\": \"A customer"
                            + " writes a review of a product.\"}]}, \"options\": {\"scenario\":"
                            + " \"greenfield\"}}]}",
                    "reviseJob",
                    "{\"action\": \"approve\"}");

    private final OpenApi api;

    RequestCollection(OpenApi api) {
        this.api = api;
    }

    JsonNode write() {
        ObjectNode collection = Schemas.JSON.createObjectNode();
        collection
                .putObject("info")
                .put("name", api.document().at("/info/title").asText())
                .put(
                        "description",
                        "Made from openapi.yaml. Set baseUrl and, where it is asked for, token; choose an archive for 'Submit a module to be specified' and describe it there."
                                + " 'Fetch an artifact of a folder' asks for a diagram of entities, which a module without any does not get.")
                .put(
                        "schema",
                        "https://schema.getpostman.com/json/collection/v2.1.0/collection.json");
        ArrayNode variables = collection.putArray("variable");
        variables.addObject().put("key", "baseUrl").put("value", "http://127.0.0.1:8080");
        for (String name : List.of("token", "jobId", "uploadId", "batchId")) {
            variables.addObject().put("key", name).put("value", "");
        }
        ObjectNode auth = collection.putObject("auth").put("type", "bearer");
        auth.putArray("bearer")
                .addObject()
                .put("key", "token")
                .put("value", "{{token}}")
                .put("type", "string");
        ArrayNode items = collection.putArray("item");
        ORDER.forEach(id -> items.add(item(api.operation(id))));
        return collection;
    }

    private ObjectNode item(Operation operation) {
        ObjectNode item =
                Schemas.JSON
                        .createObjectNode()
                        .put("name", operation.node().get("summary").asText());
        ObjectNode request = item.putObject("request").put("method", operation.method());
        request.put("url", "{{baseUrl}}" + path(operation));
        if (operation.isOpen()) {
            request.putObject("auth").put("type", "noauth");
        }
        ArrayNode headers = request.putArray("header");
        if (operation.parameters("header").contains("Idempotency-Key")) {
            headers.addObject().put("key", "Idempotency-Key").put("value", "{{$guid}}");
        }
        body(operation, request, headers);
        script(operation, item);
        return item;
    }

    private static String path(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").asText();
            boolean kept = KEPT.containsValue(name);
            if (parameter.get("in").asText().equals("path")) {
                path =
                        path.replace(
                                "{" + name + "}",
                                kept ? "{{" + name + "}}" : example(operation, parameter));
            }
        }
        return path;
    }

    private static String example(Operation operation, JsonNode parameter) {
        boolean inFolder =
                operation.id().equals("artifactInFolder")
                        && parameter.get("name").asText().equals("name");
        return inFolder ? "entities.svg" : parameter.get("example").asText();
    }

    private void body(Operation operation, ObjectNode request, ArrayNode headers) {
        if (operation.consumes().isEmpty()) {
            return;
        }
        if (operation.id().equals("generateSpec")) {
            form(operation, request.putObject("body").put("mode", "formdata").putArray("formdata"));
            return;
        }
        headers.addObject().put("key", "Content-Type").put("value", "application/json");
        String example =
                operation
                        .node()
                        .at("/requestBody/content/application~1json/example")
                        .toPrettyString();
        request.putObject("body")
                .put("mode", "raw")
                .put("raw", SENT.getOrDefault(operation.id(), example));
    }

    private static void form(Operation operation, ArrayNode form) {
        JsonNode descriptor =
                operation.node().at("/requestBody/content/application~1json/example/descriptor");
        form.addObject().put("key", "archive").put("type", "file").put("src", "archive.zip");
        form.addObject()
                .put("key", "descriptor")
                .put("type", "text")
                .put("value", descriptor.toString())
                .put("contentType", "application/json");
    }

    /** What must come, and what is kept of it. */
    private static void script(Operation operation, ObjectNode item) {
        int expected =
                operation.responses().keySet().stream()
                        .filter(status -> status < 400)
                        .findFirst()
                        .orElseThrow();
        ArrayNode lines =
                item.putArray("event")
                        .addObject()
                        .put("listen", "test")
                        .putObject("script")
                        .put("type", "text/javascript")
                        .putArray("exec");
        lines.add("pm.test(\"is answered\", () => pm.response.to.have.status(" + expected + "));");
        String kept = KEPT.get(operation.id());
        if (kept != null) {
            lines.add(
                    "pm.collectionVariables.set(\""
                            + kept
                            + "\", pm.response.json()."
                            + kept
                            + ");");
        }
        if (expected == 307) {
            item.putObject("protocolProfileBehavior").put("followRedirects", false);
        }
    }
}

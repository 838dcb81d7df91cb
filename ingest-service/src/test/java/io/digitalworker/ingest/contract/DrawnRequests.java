package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Draws requests from the contract: about half of them sound, each of the others wrong in one way. */
final class DrawnRequests {
    private static final String JSON = "application/json";
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "planted");
    private static final List<String> MEDIA_TYPES =
            List.of(
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "application/json; charset=planted",
                    "application/json; charset=UTF-16",
                    "planted",
                    "/",
                    "",
                    "*/*",
                    "application/problem+json");

    private final List<Operation> operations;
    private final Map<String, List<String>> ids;
    private final Random random;
    private final DrawnJson json;

    /**
     * @param ids of things that there are, by the name of the parameter
     */
    DrawnRequests(OpenApi api, Map<String, List<String>> ids, Random random) {
        this.operations = api.operations();
        this.ids = ids;
        this.random = random;
        this.json = new DrawnJson(api, random);
    }

    RawRequest next() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        Wire wire = new Wire(operation.method(), target(operation));
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> badBody(wire, operation);
            case 4, 5, 6 -> body(wire.header(OddWords.header(random)), operation);
            case 7 -> body(wire.method(METHODS.get(random.nextInt(METHODS.size()))), operation);
            case 8 -> wrongMediaType(wire, operation);
            case 9, 10 -> body(wire.target(OddWords.path(wire.target(), random)), operation);
            case 11 -> body(wire.target(oddQuery(operation, wire.target())), operation);
            case 12 -> {
                return new RawRequest(
                        "", wire.target(), OddWords.protocol(wire.target(), random), true);
            }
            case 13 -> framed(wire, operation);
            default -> body(wire, operation);
        }
        return wire.request();
    }

    private String target(Operation operation) {
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", inPath(name, parameter));
            }
        }
        return path + query(operation);
    }

    private String inPath(String name, JsonNode parameter) {
        List<String> known = ids.getOrDefault(name, List.of());
        return known.isEmpty() || random.nextInt(4) == 0
                ? parameter.get("example").asText()
                : known.get(random.nextInt(known.size()));
    }

    private String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.get("in").asText().equals("query") && random.nextInt(3) == 0) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.get("name").asText())
                        .append('=')
                        .append(
                                json.valid(parameter.get("schema"))
                                        .asText()
                                        .replaceAll("[^\\w.-]", "x"));
            }
        }
        return query.toString();
    }

    private String oddQuery(Operation operation, String target) {
        List<String> names = operation.parameters("query");
        String name = names.isEmpty() ? "planted" : names.get(random.nextInt(names.size()));
        return target + (target.contains("?") ? "&" : "?") + name + OddWords.queryValue(random);
    }

    private void body(Wire wire, Operation operation) {
        List<String> types = operation.consumes();
        if (types.isEmpty()) {
            return;
        }
        String type = types.get(random.nextInt(types.size()));
        if (type.equals(JSON)) {
            wire.body(JSON, json.valid(schema(operation, JSON)).toString());
        } else {
            DrawnForm form = new DrawnForm(random);
            wire.body(form.mediaType(true), form.sound(field(operation), part(operation, true)));
        }
    }

    private void badBody(Wire wire, Operation operation) {
        List<String> types = operation.consumes();
        if (types.isEmpty()) {
            wire.body(JSON, "{\"planted\": 1}");
            return;
        }
        if (random.nextBoolean() || !types.contains("multipart/form-data")) {
            wire.body(JSON, json.broken(schema(operation, JSON)));
            return;
        }
        DrawnForm form = new DrawnForm(random);
        byte[] odd = form.odd(field(operation), part(operation, random.nextBoolean()));
        wire.body(form.mediaType(random.nextInt(4) > 0), odd);
    }

    private void wrongMediaType(Wire wire, Operation operation) {
        String type = MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size()));
        JsonNode schema = schema(operation, JSON);
        wire.body(type, schema.isMissingNode() ? "planted" : json.valid(schema).toString());
    }

    /** The ways in which a body may be sent, right and wrong. */
    private void framed(Wire wire, Operation operation) {
        body(wire, operation);
        switch (random.nextInt(6)) {
            case 0 -> wire.chunked(1 + random.nextInt(50), true);
            case 1 -> wire.chunked(1 + random.nextInt(50), false);
            case 2 -> wire.header("Expect: 100-continue");
            case 3 -> wire.header("Expect: planted");
            case 4 -> wire.header("Content-Encoding: gzip");
            default -> wire.shorter();
        }
    }

    private static JsonNode schema(Operation operation, String type) {
        return operation.node().at("/requestBody/content/" + type.replace("/", "~1") + "/schema");
    }

    private static String field(Operation operation) {
        return operation.id().equals("reviseJob") ? "revision" : "descriptor";
    }

    private String part(Operation operation, boolean sound) {
        JsonNode form = operation.api().resolve(schema(operation, "multipart/form-data"));
        JsonNode schema = form.at("/properties/" + field(operation));
        return sound ? json.valid(schema).toString() : json.broken(operation.api().resolve(schema));
    }

    /** Puts a request together. */
    private static final class Wire {
        private final StringBuilder head = new StringBuilder();
        private String method;
        private String target;
        private byte[] body;
        private boolean cut;
        private int chunk;

        Wire(String method, String target) {
            this.method = method;
            this.target = target;
        }

        Wire method(String other) {
            method = other;
            return this;
        }

        Wire target(String other) {
            target = other;
            return this;
        }

        String target() {
            return target;
        }

        Wire header(String line) {
            head.append(line).append("\r\n");
            return this;
        }

        void body(String type, String text) {
            body(type, text.getBytes(StandardCharsets.UTF_8));
        }

        void body(String type, byte[] content) {
            header("Content-Type: " + type);
            body = content;
        }

        void chunked(int size, boolean whole) {
            chunk = body == null ? 0 : size;
            cut = !whole;
        }

        /** Says that more will come than does. */
        void shorter() {
            cut = body != null;
        }

        RawRequest request() {
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            String start =
                    method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
            out.writeBytes((start + head).getBytes(StandardCharsets.ISO_8859_1));
            if (body == null) {
                out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } else if (chunk > 0) {
                writeChunks(out);
            } else {
                int length = body.length + (cut ? 10 : 0);
                out.writeBytes(
                        ("Content-Length: " + length + "\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.writeBytes(body);
            }
            return new RawRequest(method, target, out.toByteArray(), cut);
        }

        private void writeChunks(java.io.ByteArrayOutputStream out) {
            out.writeBytes(
                    "Transfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            int size = Math.max(chunk, body.length / 20);
            for (int at = 0; at < body.length; at += size) {
                int length = Math.min(size, body.length - at);
                out.writeBytes(
                        (Integer.toHexString(length) + "\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
                out.write(body, at, length);
                out.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
            out.writeBytes(
                    (cut ? "planted\r\n\r\n" : "0\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}

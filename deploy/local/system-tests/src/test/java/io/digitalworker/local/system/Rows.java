package io.digitalworker.local.system;

import io.digitalworker.local.system.Row.Kind;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** Who may call what: a row for each route, and for each way of naming a thing to it. */
final class Rows {
    private static final String DESCRIPTOR =
            "{\"moduleName\": \"Mine\", \"version\": \"1\", \"actors\": [\"clerk\"], \"features\":"
                    + " [{\"id\": \"F-1\", \"description\": \"A clerk counts crates\"}]}";

    private Rows() {}

    /** Sends a request to a path whose parameters are filled in. */
    @FunctionalInterface
    private interface Call {
        Response send(RequestSpecification request, String path, Things things);
    }

    /** In the order in which the owner may call them: what deletes stands last. */
    static List<Row> all() {
        return List.of(
                open("ingest GET /v1/health"),
                open("ingest GET /v1/openapi.yaml"),
                open("ingest GET /v1/asyncapi.yaml"),
                open("ingest GET /v1/schema/{schema}"),
                open("ingest GET /v1/schema/events/{schema}"),
                open("ingest GET /settings.json"),
                open("ingest GET /docs/"),
                open("ingest GET /"),
                row("ingest GET /v1/jobs", "", Kind.OWN, 200, get()),
                row("ingest GET /v1/webhook-secret", "", Kind.OWN, 200, get()),
                row("ingest POST /v1/webhook-secret", "", Kind.OWN, 200, post("")),
                row("ingest POST /v1/uploads", "", Kind.OWN, 201, post(upload())),
                row("ingest POST /v1/generate-spec", "form", Kind.OWN, 202, Rows::form),
                row(
                        "ingest POST /v1/generate-spec",
                        "an upload",
                        Kind.NAMED,
                        202,
                        post("{\"uploadId\": \"{uploadId}\", \"descriptor\": " + DESCRIPTOR + "}")),
                row(
                        "ingest POST /v1/batches",
                        "an upload",
                        Kind.NAMED,
                        202,
                        post(
                                "{\"submissions\": [{\"uploadId\": \"{uploadId}\", \"descriptor\": "
                                        + DESCRIPTOR
                                        + "}]}")),
                row("ingest GET /v1/batches/{batchId}", "", Kind.NAMED, 200, get()),
                row("ingest GET /v1/job-status/{jobId}", "", Kind.NAMED, 200, get()),
                row("ingest GET /v1/jobs/{jobId}/events", "", Kind.NAMED, 200, get()),
                row("ingest GET /v1/jobs/{jobId}/artifacts/{name}", "", Kind.NAMED, 307, get()),
                row(
                        "ingest POST /v1/jobs/{jobId}/revisions",
                        "",
                        Kind.NAMED,
                        202,
                        post("{\"action\": \"revise\", \"message\": \"Say more of crates.\"}")),
                row("cleanup GET /v1/dead-letters", "", Kind.OPERATORS, 200, get()),
                row(
                        "cleanup POST /v1/dead-letters/{jobId}/{queue}/{messageId}/redrive",
                        "",
                        Kind.OPERATORS,
                        404,
                        post("")),
                row(
                        "cleanup POST /v1/dead-letters/{jobId}/{queue}/{messageId}/discard",
                        "",
                        Kind.OPERATORS,
                        404,
                        post("")),
                row("ingest DELETE /v1/jobs/{jobId}", "", Kind.NAMED, 202, delete()));
    }

    private static Row open(String route) {
        return row(route, "", Kind.OPEN, 200, get());
    }

    private static Row row(String route, String variant, Kind kind, int owner, Call call) {
        Route known = Route.of(route);
        return new Row(
                known,
                variant,
                kind,
                owner,
                (request, things) -> call.send(request, filled(known.path(), things), things));
    }

    private static Call get() {
        return (request, path, things) -> request.get(path);
    }

    private static Call delete() {
        return (request, path, things) -> request.delete(path);
    }

    private static Call post(String json) {
        return (request, path, things) ->
                request.contentType("application/json").body(filled(json, things)).post(path);
    }

    private static Response form(RequestSpecification request, String path, Things things) {
        return request.multiPart("descriptor", DESCRIPTOR, "application/json")
                .multiPart("options", "{\"scenario\": \"greenfield\"}", "application/json")
                .post(path);
    }

    private static String upload() {
        return "{\"size\": 1000, \"sha256\": \"" + "0123456789abcdef".repeat(4) + "\"}";
    }

    private static String filled(String template, Things things) {
        return template.replace("{jobId}", things.jobId())
                .replace("{uploadId}", things.uploadId())
                .replace("{batchId}", things.batchId())
                .replace("events/{schema}", "events/JobFailed.json")
                .replace("{schema}", "options.json")
                .replace("{name}", "srs.md")
                .replace("{queue}", "generate-dlq")
                .replace("{messageId}", "no-such-message");
    }
}

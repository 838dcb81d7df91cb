package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.contract.Operation;
import java.util.Locale;
import java.util.stream.Collectors;

/** One operation of the API, for people. */
final class OperationSection {
    private final Operation operation;
    private final StringBuilder html = new StringBuilder();

    OperationSection(Operation operation) {
        this.operation = operation;
    }

    String write() {
        JsonNode node = operation.node();
        html.append("<section class=\"operation\" id=\"")
                .append(operation.id())
                .append("\">\n<h3>");
        html.append(Html.escaped(node.get("summary").asText())).append("</h3>\n");
        html.append("<p class=\"call\"><span class=\"method ")
                .append(operation.method().toLowerCase(Locale.ROOT))
                .append("\">")
                .append(operation.method())
                .append("</span> ")
                .append(Html.code(operation.path()))
                .append(operation.isOpen() ? " <span class=\"open\">open to everybody</span>" : "")
                .append("</p>\n");
        html.append(Html.paragraphs(node.get("description").asText()));
        parameters();
        request(node.path("requestBody").path("content"));
        answers();
        return html.append("</section>\n").toString();
    }

    private void parameters() {
        StringBuilder rows = new StringBuilder();
        for (JsonNode each : operation.parameters()) {
            JsonNode schema = each.get("schema");
            String own = each.path("description").asText("");
            String limits = FieldTables.words(schema);
            rows.append(
                    Html.row(
                            Html.code(each.get("name").asText())
                                    + (each.path("required").asBoolean()
                                            ? " <em>required</em>"
                                            : ""),
                            each.get("in").asText(),
                            FieldTables.type(schema),
                            Html.inline(own)
                                    + (own.isEmpty() || limits.isEmpty() ? "" : " ")
                                    + limits));
        }
        if (!rows.isEmpty()) {
            html.append(Html.table("Parameters", "Name|Where|Type|What it is", rows.toString()));
        }
    }

    private void request(JsonNode content) {
        content.properties()
                .forEach(
                        media -> {
                            html.append("<p><strong>Send</strong> ")
                                    .append(Html.code(media.getKey()))
                                    .append(": ")
                                    .append(FieldTables.type(media.getValue().get("schema")))
                                    .append("</p>\n");
                            example(media.getValue());
                        });
    }

    private void answers() {
        StringBuilder rows = new StringBuilder();
        operation
                .responses()
                .forEach(
                        (status, answer) -> {
                            String what = Html.inline(answer.get("description").asText());
                            String body =
                                    Operation.produces(answer).stream()
                                            .map(
                                                    type ->
                                                            Html.code(type)
                                                                    + " "
                                                                    + FieldTables.type(
                                                                            answer.at(
                                                                                    "/content/"
                                                                                            + type
                                                                                                    .replace(
                                                                                                            "/",
                                                                                                            "~1")
                                                                                            + "/schema")))
                                            .collect(Collectors.joining(", "));
                            String codes =
                                    operation.codes(status).stream()
                                            .map(code -> Html.link("code-" + code, code))
                                            .collect(Collectors.joining(" "));
                            String headers =
                                    operation.headers(answer).keySet().stream()
                                            .map(Html::code)
                                            .collect(Collectors.joining(" "));
                            rows.append(
                                    Html.row(
                                            status + "",
                                            what,
                                            status < 400 ? body : codes,
                                            headers));
                        });
        html.append(Html.table("Answers", "Status|When|Body, or codes|Headers", rows.toString()));
        operation
                .responses()
                .forEach(
                        (status, answer) -> {
                            if (status < 300) {
                                answer.path("content").forEach(this::example);
                            }
                        });
    }

    private void example(JsonNode media) {
        if (media.has("example")) {
            JsonNode example = media.get("example");
            html.append("<pre tabindex=\"0\" aria-label=\"Example\"><code>")
                    .append(
                            Html.escaped(
                                    example.isTextual()
                                            ? example.asText().strip()
                                            : example.toPrettyString()))
                    .append("</code></pre>\n");
        }
    }
}

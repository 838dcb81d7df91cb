package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Schemas;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Operation;
import io.digitalworker.api.contract.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Both contracts as one page: plain HTML that needs no script and asks nobody else for anything. */
final class ReferencePage {
    private final OpenApi api;
    private final JsonNode announced = Yaml.read("/asyncapi.yaml");
    private final StringBuilder menu = new StringBuilder();
    private final StringBuilder html = new StringBuilder();

    ReferencePage(OpenApi api) {
        this.api = api;
    }

    String write() {
        html.append("<h1>")
                .append(api.document().at("/info/title").asText())
                .append(": the API</h1>\n");
        html.append(Html.paragraphs(api.document().at("/info/description").asText()));
        html.append(
                "<p>For machines: <a href=\"/v1/openapi.yaml\">openapi.yaml</a>,"
                        + " <a href=\"/v1/asyncapi.yaml\">asyncapi.yaml</a>,"
                        + " <a href=\"requests.postman_collection.json\" download>collection of requests</a>."
                        + "</p>\n");
        credentials();
        api.document().get("tags").forEach(tag -> operations(tag.get("name").asText()));
        announcements();
        schemas();
        codes();
        return frame();
    }

    private String frame() {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>API of the AI Digital Worker Factory</title>
        <link rel="icon" href="../icons/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="../style/tokens.css">
        <link rel="stylesheet" href="reference.css">
        </head>
        <body>
        <a class="skip" href="#main">Skip the menu</a>
        <header><a href="../">AI Digital Worker Factory</a></header>
        <nav aria-label="Contents"><details open><summary>Contents</summary>
        %s</details></nav>
        <main id="main">
        %s</main>
        </body>
        </html>
        """
                .formatted(menu, html);
    }

    private void heading(String id, String text) {
        menu.append("<h2>").append(Html.link(id, text)).append("</h2>\n");
        html.append("<h2 id=\"")
                .append(id)
                .append("\">")
                .append(Html.escaped(text))
                .append("</h2>\n");
    }

    private void credentials() {
        heading("credentials", "Who is calling");
        api.document()
                .at("/components/securitySchemes")
                .properties()
                .forEach(
                        scheme ->
                                html.append("<p><strong>")
                                        .append(scheme.getKey())
                                        .append("</strong>: ")
                                        .append(
                                                Html.inline(
                                                        scheme.getValue()
                                                                .get("description")
                                                                .asText()))
                                        .append("</p>\n"));
        html.append(
                Html.paragraphs(
                        "An installation asks for one of them, as `auth.mode` in `/settings.json` says;"
                                + " in the mode `none`, which only a machine for itself has, for neither."));
    }

    private void operations(String tag) {
        heading(tag.toLowerCase(java.util.Locale.ROOT), tag);
        menu.append("<ul>\n");
        for (Operation operation : api.operations()) {
            if (operation.node().at("/tags/0").asText().equals(tag)) {
                menu.append("<li>")
                        .append(Html.link(operation.id(), operation.node().get("summary").asText()))
                        .append("</li>\n");
                html.append(new OperationSection(operation).write());
            }
        }
        menu.append("</ul>\n");
    }

    private void announcements() {
        heading("announcements", "Events, topic, webhooks");
        html.append(Html.paragraphs(announced.at("/info/description").asText()));
        menu.append("<ul>\n");
        announced
                .get("channels")
                .properties()
                .forEach(
                        channel -> {
                            String title = channel.getValue().get("title").asText();
                            String id = "channel-" + channel.getKey();
                            menu.append("<li>").append(Html.link(id, title)).append("</li>\n");
                            html.append("<section id=\"")
                                    .append(id)
                                    .append("\"><h3>")
                                    .append(title)
                                    .append("</h3>\n");
                            html.append(
                                    Html.paragraphs(
                                            channel.getValue().get("description").asText()));
                            channel.getValue()
                                    .get("messages")
                                    .fieldNames()
                                    .forEachRemaining(this::message);
                            html.append("</section>\n");
                        });
        menu.append("</ul>\n");
    }

    private void message(String name) {
        JsonNode message = announced.at("/components/messages/" + name);
        html.append("<p>")
                .append(Html.code(message.get("name").asText()))
                .append(" ")
                .append(Html.escaped(message.get("title").asText()))
                .append(". ")
                .append(Html.inline(message.path("description").asText()))
                .append("</p>\n");
        JsonNode headers =
                message.has("headers")
                        ? message.get("headers")
                        : announced.at("/components/messageTraits/Signed/headers");
        if (message.has("headers") || message.has("traits")) {
            html.append(FieldTables.of("Headers of " + message.get("name").asText(), headers));
        }
        List<String> files = new ArrayList<>(Yaml.references(message));
        files.removeIf(reference -> !reference.startsWith("./") || message.has("traits"));
        for (String file : files) {
            String caption = message.get("name").asText();
            html.append("<details><summary>Fields of ")
                    .append(Html.escaped(caption))
                    .append("</summary>\n");
            html.append(FieldTables.of(caption, Schemas.read(file.substring(1))));
            html.append("</details>\n");
        }
    }

    private void schemas() {
        heading("bodies", "Bodies");
        api.document()
                .at("/components/schemas")
                .properties()
                .forEach(
                        schema -> {
                            html.append("<section id=\"schema-")
                                    .append(schema.getKey())
                                    .append("\"><h3>")
                                    .append(schema.getKey())
                                    .append("</h3>\n");
                            html.append("<p>")
                                    .append(FieldTables.words(schema.getValue()))
                                    .append("</p>\n");
                            if (schema.getValue().has("properties")) {
                                html.append(FieldTables.of(schema.getKey(), schema.getValue()));
                            } else {
                                html.append("<p>")
                                        .append(FieldTables.type(schema.getValue()))
                                        .append("</p>\n");
                            }
                            html.append("</section>\n");
                        });
    }

    private void codes() {
        heading("codes", "Codes of errors");
        StringBuilder rows = new StringBuilder();
        for (ErrorCode code : ErrorCode.values()) {
            rows.append(
                    Html.row(
                            "<code id=\"code-" + code + "\">" + code + "</code>",
                            code.httpStatus() + "",
                            Html.escaped(code.title()),
                            Html.escaped(code.remedy())));
        }
        html.append(
                Html.table(
                        "Codes of errors",
                        "Code|Status|What is wrong|What to do",
                        rows.toString()));
    }
}

package io.digitalworker.local.launcher.remote;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a job is to be done; the service says what it does not take, by name. */
final class JobOptions {
    @Option(
            names = "--documents",
            split = ",",
            paramLabel = "KIND",
            description = "Any of srs, functional-spec, tech-design, with commas (default: srs).")
    private @Nullable List<String> documents;

    @Option(
            names = "--section",
            paramLabel = "ID",
            description = "Only this section, such as data-model; may be repeated.")
    private @Nullable List<String> sections;

    @Option(
            names = "--detail",
            paramLabel = "LEVEL",
            description = "overview, standard or comprehensive.")
    private @Nullable String detail;

    @Option(
            names = "--diagrams",
            paramLabel = "FORM",
            description = "mermaid, plantuml, ascii or text.")
    private @Nullable String diagrams;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "brownfield, greenfield (without ARCHIVE), hybrid or migration.")
    private @Nullable String scenario;

    @Option(names = "--language", paramLabel = "TAG", description = "Of the prose: en, de or hi.")
    private @Nullable String language;

    @Option(
            names = "--writer",
            paramLabel = "WRITER",
            description = "auto, or extractive: without a model.")
    private @Nullable String writer;

    @Option(names = "--max-usd", paramLabel = "USD", description = "What models may cost at most.")
    private @Nullable BigDecimal maxUsd;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            description = "What models may read and write at most.")
    private @Nullable Long maxTokens;

    @Option(names = "--estimate", description = "Tell what it would cost, and write nothing.")
    private boolean estimate;

    @Option(
            names = "--callback",
            paramLabel = "URL",
            description = "Where a signed webhook tells the end.")
    private @Nullable String callback;

    /** What was named, as the API calls it. */
    ObjectNode json() {
        ObjectNode json = RemoteCommand.JSON.createObjectNode();
        putAll(json, "documents", documents);
        putAll(json, "sections", sections);
        put(json, "detail", detail);
        put(json, "diagrams", diagrams);
        put(json, "scenario", scenario);
        put(json, "language", language);
        put(json, "writer", writer);
        put(json, "callbackUrl", callback);
        if (maxUsd != null) {
            json.put("maxUsd", maxUsd);
        }
        if (maxTokens != null) {
            json.put("maxTokens", maxTokens);
        }
        if (estimate) {
            json.put("estimateOnly", true);
        }
        return json;
    }

    boolean needsArchive() {
        return !"greenfield".equals(scenario);
    }

    private static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static void putAll(ObjectNode json, String name, @Nullable List<String> values) {
        if (values != null) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
        }
    }
}

package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.document.prompt.PromptFiles;
import io.digitalworker.document.publication.openapi.OpenApiYaml;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.FactsJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** {@code manifest.json}: what went in, what came out (JSON Schema {@code /schema/manifest.json}). */
final class ManifestJson {
    private ManifestJson() {}

    static byte[] write(
            List<WrittenDocument> documents,
            RenderedFile factsFile,
            List<RenderedFile> artifacts,
            RunRecord run) {
        String archive = documents.get(0).material().facts().archiveSha256();
        ObjectNode json = Json.object();
        json.put("schemaVersion", "1.0");
        json.put("generatedAt", run.at().toString());
        ObjectNode inputs = json.putObject("inputs");
        if (!archive.equals(Facts.NO_ARCHIVE)) {
            inputs.put("archive", archive);
        }
        inputs.put("descriptor", run.descriptorSha256());
        documents
                .get(0)
                .material()
                .existing()
                .ifPresent(existing -> inputs.put("existing", existing.sha256()));
        String facts = factsFile.sha256();
        json.put("facts", facts);
        ObjectNode versions = json.putObject("versions");
        versions.put("facts", FactsJson.SCHEMA_VERSION)
                .put("report", ReportJson.SCHEMA_VERSION)
                .put("outline", "1.0")
                .put("traceability", TraceabilityCsv.VERSION)
                .put("requirements", RequirementsMarkdown.VERSION)
                .put("openapi", OpenApiYaml.VERSION)
                .put("writer", run.writer() + " 1.0");
        ArrayNode models = json.putArray("models");
        run.models().forEach(models::add);
        if (!prompts(run).isEmpty()) {
            versions.put("prompt", PromptFiles.version());
        }
        templates(documents, prompts(run), json.putArray("templates"));
        ArrayNode files = json.putArray("artifacts");
        for (RenderedFile file : artifacts) {
            files.addObject()
                    .put("name", file.name())
                    .put("size", file.bytes().length)
                    .put("sha256", file.equals(factsFile) ? facts : file.sha256())
                    .put("contentType", file.contentType());
        }
        return Json.write(json);
    }

    /** What the documents were made by that is data, each file once, with its hash as its version. */
    private static void templates(
            List<WrittenDocument> documents, List<String> prompts, ArrayNode templates) {
        Stream<String> outlines =
                documents.stream()
                        .flatMap(document -> document.material().outline().templates().stream());
        Stream.concat(outlines, prompts.stream())
                .distinct()
                .sorted()
                .forEach(name -> template(name, templates));
    }

    private static void template(String name, ArrayNode templates) {
        templates.addObject().put("name", name.substring(1)).put("sha256", resource(name).sha256());
    }

    /** The files of prompts, of a run in which a model was asked, in this attempt or an earlier one. */
    private static List<String> prompts(RunRecord run) {
        boolean asked = !run.model().model().isEmpty() || !run.models().isEmpty();
        return asked ? PromptFiles.names() : List.of();
    }

    private static RenderedFile resource(String name) {
        try (InputStream in = ManifestJson.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new RenderedFile(name, "application/octet-stream", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}

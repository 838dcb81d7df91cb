package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.FactsJson;
import java.util.List;

/** {@code manifest.json}: what went in, what came out (JSON Schema {@code /schema/manifest.json}). */
final class ManifestJson {
    private ManifestJson() {}

    static byte[] write(
            Facts facts, RenderedFile factsFile, List<RenderedFile> artifacts, RunRecord run) {
        ObjectNode json = Json.object();
        json.put("schemaVersion", "1.0");
        json.put("generatedAt", run.at().toString());
        json.putObject("inputs")
                .put("archive", facts.archiveSha256())
                .put("descriptor", run.descriptorSha256());
        json.put("facts", factsFile.sha256());
        json.putObject("versions")
                .put("facts", FactsJson.SCHEMA_VERSION)
                .put("report", ReportJson.SCHEMA_VERSION)
                .put("outline", "1.0")
                .put("writer", run.writer() + " 1.0");
        ArrayNode files = json.putArray("artifacts");
        for (RenderedFile file : artifacts) {
            files.addObject()
                    .put("name", file.name())
                    .put("size", file.bytes().length)
                    .put("sha256", file.sha256())
                    .put("contentType", file.contentType());
        }
        return Json.write(json);
    }
}

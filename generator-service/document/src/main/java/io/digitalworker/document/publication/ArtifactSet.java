package io.digitalworker.document.publication;

import io.digitalworker.api.Estimate;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.publication.openapi.OpenApiYaml;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.facts.FactsJson;
import io.digitalworker.facts.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that a job publishes (design §4.6).
 *
 * @param files by name; the bundle, which holds all others, is the last
 */
public record ArtifactSet(List<RenderedFile> files) {
    private static final String JSON = "application/json";

    public ArtifactSet {
        files = List.copyOf(files);
    }

    /**
     * The rendered documents with their evidence, facts, traceability, report and manifest. Equal input
     * gives equal bytes.
     */
    public static ArtifactSet of(
            SourceTree tree,
            List<WrittenDocument> documents,
            List<RenderedFile> rendered,
            RunRecord run) {
        return of(tree, documents, rendered, run, Supplement.NONE);
    }

    /** The same with what a revision adds. */
    public static ArtifactSet of(
            SourceTree tree,
            List<WrittenDocument> documents,
            List<RenderedFile> rendered,
            RunRecord run,
            Supplement supplement) {
        Material material = documents.get(0).material();
        List<RenderedFile> files = new ArrayList<>(rendered);
        RenderedFile facts =
                new RenderedFile("facts.json", JSON, FactsJson.write(material.facts()));
        files.add(facts);
        files.add(new RenderedFile("evidence.json", JSON, EvidenceJson.write(tree, documents)));
        files.add(
                new RenderedFile(
                        "report.json", JSON, ReportJson.write(documents, run, supplement)));
        files.add(text("traceability.csv", "text/csv", TraceabilityCsv.write(material)));
        files.add(text("requirements.md", "text/markdown", RequirementsMarkdown.write(material)));
        OpenApiYaml.write(material)
                .map(yaml -> text("openapi.yaml", "application/yaml", yaml))
                .ifPresent(files::add);
        files.addAll(DiagramFiles.of(documents));
        files.addAll(supplement.files());
        files.sort(Comparator.comparing(RenderedFile::name));
        byte[] manifest = ManifestJson.write(documents, facts, files, run);
        files.add(new RenderedFile("manifest.json", JSON, manifest));
        files.sort(Comparator.comparing(RenderedFile::name));
        files.add(Bundle.of(files));
        return new ArtifactSet(files);
    }

    /** What is published of a job that was only estimated: the estimate, and a bundle of it. */
    public static ArtifactSet of(Estimate estimate) {
        RenderedFile file =
                new RenderedFile(Estimate.ARTIFACT, JSON, Json.write(Json.of(estimate)));
        return new ArtifactSet(List.of(file, Bundle.of(List.of(file))));
    }

    private static RenderedFile text(String name, String type, String text) {
        return new RenderedFile(
                name, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file of that name. */
    public RenderedFile file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file " + name));
    }
}

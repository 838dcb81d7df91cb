package io.digitalworker.document.publication;

import io.digitalworker.document.brief.Material;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.verification.Verified;
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
     * The rendered document with its evidence, facts, traceability, report and manifest. Equal input
     * gives equal bytes.
     */
    public static ArtifactSet of(
            SourceTree tree,
            Material material,
            Verified verified,
            List<RenderedFile> rendered,
            RunRecord run) {
        List<RenderedFile> files = new ArrayList<>(rendered);
        RenderedFile facts =
                new RenderedFile("facts.json", JSON, FactsJson.write(material.facts()));
        files.add(facts);
        files.add(new RenderedFile("evidence.json", JSON, EvidenceJson.write(tree, verified)));
        files.add(new RenderedFile("report.json", JSON, ReportJson.write(material, verified, run)));
        files.add(
                new RenderedFile(
                        "traceability.csv",
                        "text/csv; charset=utf-8",
                        TraceabilityCsv.write(material).getBytes(StandardCharsets.UTF_8)));
        files.sort(Comparator.comparing(RenderedFile::name));
        byte[] manifest = ManifestJson.write(material.facts(), facts, files, run);
        files.add(new RenderedFile("manifest.json", JSON, manifest));
        files.sort(Comparator.comparing(RenderedFile::name));
        files.add(Bundle.of(files));
        return new ArtifactSet(files);
    }

    /** The file of that name. */
    public RenderedFile file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no file " + name));
    }
}

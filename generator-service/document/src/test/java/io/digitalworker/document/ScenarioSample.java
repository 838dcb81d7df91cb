package io.digitalworker.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A job of any scenario, with or without an archive, from its descriptor to its artifacts. */
public record ScenarioSample(SourceTree tree, List<WrittenDocument> documents, ArtifactSet files) {
    private static final Path EXAMPLE = Path.of("../../deploy/local/example");

    /** The example's code under other options. */
    public static ScenarioSample example(String options, String existing) {
        try {
            String descriptor = Files.readString(EXAMPLE.resolve("descriptor.json"));
            return example(descriptor, options, existing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example's code with another descriptor. */
    public static ScenarioSample example(String descriptor, String options, String existing) {
        try {
            Path zip = Files.createTempFile("scenario", ".zip");
            zip.toFile().deleteOnExit();
            ZipOfDirectory.write(EXAMPLE.resolve("plugin"), zip);
            try (CheckedArchive archive = (CheckedArchive) ArchiveGate.standard().open(zip)) {
                SourceTree tree = SourceTree.open(archive);
                Facts facts = Facts.of(archive.sha256(), tree, Inventory.of(tree));
                return of(tree, facts, descriptor, options, existing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No code at all. */
    public static ScenarioSample greenfield(String descriptor, String options) {
        return of(SourceTree.empty(), Facts.none(), descriptor, options, "");
    }

    private static ScenarioSample of(
            SourceTree tree, Facts facts, String descriptor, String options, String existing) {
        try {
            ObjectMapper json = new ObjectMapper();
            List<Outline> outlines = Outline.all(json.readValue(options, Options.class));
            Descriptor wanted = json.readValue(descriptor, Descriptor.class);
            Material material = gathered(tree, facts, outlines.get(0), wanted);
            return written(
                    tree,
                    outlines,
                    existing.isEmpty()
                            ? material
                            : material.keeping(ExistingDocument.read(existing.getBytes(UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Material gathered(
            SourceTree tree, Facts facts, Outline outline, Descriptor wanted) {
        try (Retrieval retrieval = Retrieval.over(tree, facts, wanted)) {
            return Material.gather(outline, wanted, facts, retrieval);
        }
    }

    private static ScenarioSample written(
            SourceTree tree, List<Outline> outlines, Material material) {
        List<WrittenDocument> documents = new ArrayList<>();
        List<RenderedFile> rendered = new ArrayList<>();
        for (Outline outline : outlines) {
            Material own = material.under(outline);
            WrittenDocument document =
                    new WrittenDocument(
                            own,
                            Verification.of(tree, own)
                                    .check(
                                            own.briefs().stream()
                                                    .map(new ExtractiveWriter()::write)
                                                    .toList()));
            documents.add(document);
            rendered.addAll(Rendering.all(Assembly.assemble(own, document.verified(), Sample.AT)));
        }
        RunRecord run = new RunRecord(Sample.AT, "extractive", "a".repeat(64), Map.of());
        return new ScenarioSample(tree, documents, ArtifactSet.of(tree, documents, rendered, run));
    }

    /** A published file as text. */
    public String text(String name) {
        return new String(files.file(name).bytes(), UTF_8);
    }
}

package io.digitalworker.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.api.Options;
import io.digitalworker.api.Stage;
import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.archive.ZipOfDirectory;
import io.digitalworker.document.assembly.Assembly;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.prose.SectionDraft;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.verification.Verification;
import io.digitalworker.document.verification.Verified;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A job from archive to artifacts, the way the service does it. */
public record Sample(SourceTree tree, Material material) {
    public static final Instant AT = Instant.parse("2026-03-04T23:30:00Z");
    private static final Path EXAMPLE = Path.of("../../deploy/local/example");
    private static final Path ZIP = zipped(EXAMPLE.resolve("plugin"));

    /** The example input of this project. */
    public static Sample example() {
        try {
            byte[] json = Files.readAllBytes(EXAMPLE.resolve("descriptor.json"));
            return of(ZIP, new ObjectMapper().readValue(json, Descriptor.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example's code, asked for something else. */
    public static Sample example(String moduleName, String... descriptions) {
        List<Feature> features = new ArrayList<>();
        for (String description : descriptions) {
            features.add(new Feature("F" + (features.size() + 1), description));
        }
        return of(
                ZIP, new Descriptor(moduleName, features, "1.0", List.of(), List.of(), List.of()));
    }

    /** A small tree, told as paths with their text, and what is asked of it. */
    public static Sample of(Map<String, String> files, String moduleName, Feature... features) {
        try {
            Path directory = Files.createTempDirectory("tree");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = directory.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return of(
                    zipped(directory),
                    new Descriptor(
                            moduleName, List.of(features), "1.0", List.of(), List.of(), List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Any code, asked for the features described. */
    public static Sample of(Path directory, String moduleName, String... descriptions) {
        List<Feature> features = new ArrayList<>();
        for (String description : descriptions) {
            features.add(new Feature("F" + (features.size() + 1), description));
        }
        return of(
                zipped(directory),
                new Descriptor(moduleName, features, "1.0", List.of(), List.of(), List.of()));
    }

    /** The same, looked up again as a job of this detail does. */
    public Sample gathered(Outline outline) {
        Descriptor descriptor = material.descriptor();
        try (Retrieval retrieval = Retrieval.over(tree, material.facts(), descriptor)) {
            return new Sample(
                    tree, Material.gather(outline, descriptor, material.facts(), retrieval));
        }
    }

    /** The same, to be written as another document. */
    public Sample as(Outline outline) {
        return new Sample(tree, material.under(outline));
    }

    /** The archive is zipped once: its hash stands in the facts. */
    private static Path zipped(Path directory) {
        try {
            Path zip = Files.createTempFile("sample", ".zip");
            zip.toFile().deleteOnExit();
            ZipOfDirectory.write(directory, zip);
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another archive, asked for what a descriptor says. */
    public static Sample of(Path zip, Descriptor descriptor) {
        try (CheckedArchive archive = (CheckedArchive) ArchiveGate.standard().open(zip)) {
            SourceTree tree = SourceTree.open(archive);
            Facts facts = Facts.of(archive.sha256(), tree, Inventory.of(tree));
            try (Retrieval retrieval = Retrieval.over(tree, facts, descriptor)) {
                Outline outline = Outline.all(Options.defaults()).get(0);
                return new Sample(tree, Material.gather(outline, descriptor, facts, retrieval));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<SectionDraft> drafts() {
        return material.briefs().stream().map(new ExtractiveWriter()::write).toList();
    }

    public Verified verified() {
        return Verification.of(tree, material).check(drafts());
    }

    public DocumentTree document() {
        return Assembly.assemble(material, verified(), AT);
    }

    public ArtifactSet artifacts() {
        Map<Stage, Duration> durations = Map.of(Stage.FACTS, Duration.ofMillis(12));
        RunRecord run = new RunRecord(AT, "extractive", "a".repeat(64), durations);
        return ArtifactSet.of(
                tree,
                List.of(new WrittenDocument(material, verified())),
                Rendering.all(document()),
                run);
    }
}

package io.digitalworker.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Options;
import io.digitalworker.archive.ArchiveGate;
import io.digitalworker.archive.CheckedArchive;
import io.digitalworker.document.assembly.DocumentTree;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Rendering;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import io.digitalworker.local.launcher.installation.NotStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job from archive to artifacts as the generator does it, in this process and without a ledger. */
final class WrittenFiles {
    private static final int WARM_RUNS = 15;

    private final Path archive;
    private final Path features;
    private final Options options;
    private final @Nullable Path existing;
    private final Typefaces faces;
    private final Instant at;
    private final List<DocumentTree> trees = new ArrayList<>();

    WrittenFiles(
            Path archive,
            Path features,
            Options options,
            @Nullable Path existing,
            @Nullable Path fonts,
            LocalDate date) {
        this.archive = archive;
        this.features = features;
        this.options = options;
        this.existing = existing;
        this.at = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        this.faces = fonts == null ? Typefaces.bundled() : Typefaces.andThoseIn(fonts);
    }

    /** Writes all files into a directory; a line for each. */
    List<String> write(Path out) throws IOException {
        Descriptor descriptor =
                new ObjectMapper().readValue(Files.readAllBytes(features), Descriptor.class);
        if (!(ArchiveGate.standard().open(archive) instanceof CheckedArchive checked)) {
            throw new NotStarted("The archive is refused; 'factory facts' says why.");
        }
        List<String> lines = new ArrayList<>();
        try (checked) {
            Files.createDirectories(out);
            for (RenderedFile file : artifacts(checked, descriptor).files()) {
                Path path = out.resolve(file.name());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.bytes());
                lines.add(String.format(Locale.ROOT, "%,12d  %s", file.bytes().length, path));
            }
        }
        return lines;
    }

    private ArtifactSet artifacts(CheckedArchive checked, Descriptor descriptor)
            throws IOException {
        SourceTree tree = SourceTree.open(checked);
        Facts facts = Facts.of(checked.sha256(), tree, Inventory.of(tree));
        List<Outline> outlines = Outline.all(options);
        Material material = material(outlines.get(0), tree, facts, descriptor);
        ExtractiveWriter writer = new ExtractiveWriter();
        DocumentSet set = new DocumentSet(tree, material, () -> {});
        List<WrittenDocument> documents = set.verify(set.write(outlines, writer));
        trees.addAll(DocumentSet.assemble(documents, at));
        List<RenderedDocument> rendered = set.render(trees, faces);
        return set.artifacts(
                documents, rendered, new RunRecord(at, writer.name(), "0".repeat(64), Map.of()));
    }

    private Material material(Outline outline, SourceTree tree, Facts facts, Descriptor descriptor)
            throws IOException {
        try (Retrieval retrieval = Retrieval.over(tree, facts, descriptor)) {
            Material found = Material.gather(outline, descriptor, facts, retrieval);
            return existing == null
                    ? found
                    : found.keeping(ExistingDocument.read(Files.readAllBytes(existing)));
        }
    }

    /** How long each document takes as a PDF once the JVM is warm: {@code pdf <name> <milliseconds>}. */
    List<String> pdfTimes() {
        return trees.stream().map(this::pdfTime).toList();
    }

    private String pdfTime(DocumentTree document) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < WARM_RUNS; i++) {
            long from = System.nanoTime();
            Rendering.pdf(document, faces);
            nanos.add(System.nanoTime() - from);
        }
        nanos.sort(null);
        return String.format(
                Locale.ROOT, "pdf %s %.1f", document.name(), nanos.get(WARM_RUNS / 2) / 1e6);
    }
}

package io.digitalworker.document.published;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.Feature;
import io.digitalworker.api.Options;
import io.digitalworker.api.Stage;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.existing.ExistingDocument;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.publication.DocumentSet;
import io.digitalworker.document.publication.RunRecord;
import io.digitalworker.document.publication.WrittenDocument;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.rendering.Typefaces;
import io.digitalworker.document.writing.ExtractiveWriter;
import io.digitalworker.facts.planted.Planted;
import io.digitalworker.facts.planted.PlantedSecrets;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** No document tells a secret that redaction found, wherever it came in. */
class PlantedSecretsTest {
    private static final String TYPED = "Zx9-kV27-hidden";
    private static final List<String> ALL = List.of("srs", "functional-spec", "tech-design");

    @Test
    void noArtifactTellsASecretOfTheSource() throws IOException {
        PlantedSecrets corpus = PlantedSecrets.of(5);
        Sample sample = Sample.of(zip(corpus), asking(corpus.planted()));
        List<Planted> found =
                corpus.planted().stream().filter(each -> isHidden(sample.tree(), each)).toList();
        assertThat(found).hasSizeGreaterThanOrEqualTo(200);
        boolean quoted = false;
        for (RenderedFile file : artifacts(sample.tree(), sample.material())) {
            String text = text(file);
            quoted |= file.name().equals("evidence.json") && text.contains("********");
            assertThat(found.stream().filter(each -> each.isIn(text)).toList())
                    .as("found secrets that " + file.name() + " tells")
                    .isEmpty();
        }
        assertThat(quoted).as("places of secrets are quoted, without them").isTrue();
    }

    /** So that the documents speak of as much of the tree as they can. */
    private static Descriptor asking(List<Planted> planted) {
        List<Feature> features =
                planted.stream()
                        .map(Planted::kind)
                        .distinct()
                        .map(kind -> new Feature(kind, "The " + kind + " config key is set up"))
                        .toList();
        return new Descriptor("Shop", features, "1.0", List.of(), List.of(), List.of());
    }

    private static boolean isHidden(SourceTree tree, Planted planted) {
        return tree.file(planted.path())
                .map(file -> !planted.isIn(tree.text(file).text()))
                .orElse(true);
    }

    @Test
    void noArtifactTellsASecretThatWasTypedIn() throws IOException {
        String says = "Staff log in with password: " + TYPED;
        Descriptor descriptor =
                new Descriptor(
                        "Gift",
                        List.of(new Feature("F1", "Gift wrapping is chosen. " + says)),
                        "1.0",
                        List.of("Clerk, password: " + TYPED),
                        List.of(says),
                        List.of(says));
        Sample sample = Sample.of(Case.example().zip(), descriptor);
        String markdown = "# Scope\n\nStaff wrap gifts.\n\n    api_key = \"" + TYPED + "\"\n";
        Material material =
                sample.material().keeping(ExistingDocument.read(markdown.getBytes(UTF_8)));
        List<RenderedFile> files = artifacts(sample.tree(), material);
        assertThat(files).extracting(RenderedFile::name).contains("srs.md", "report.json");
        for (RenderedFile file : files) {
            assertThat(text(file)).as(file.name()).doesNotContain(TYPED);
        }
        assertThat(text(files.get(0))).contains("Gift wrapping is chosen");
    }

    private static Path zip(PlantedSecrets corpus) throws IOException {
        Path zip = Files.createTempFile("planted", ".zip");
        zip.toFile().deleteOnExit();
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.setLevel(0);
            for (Map.Entry<String, byte[]> file : corpus.files().entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return zip;
    }

    private static List<RenderedFile> artifacts(SourceTree tree, Material material) {
        Options options = new Options(ALL, "comprehensive", null, null, null, null, null);
        DocumentSet set = new DocumentSet(tree, material, () -> {});
        List<WrittenDocument> documents =
                set.verify(set.write(Outline.all(options), new ExtractiveWriter()));
        RunRecord run =
                new RunRecord(
                        Sample.AT,
                        "extractive",
                        "a".repeat(64),
                        Map.of(Stage.FACTS, Duration.ofMillis(1)));
        ArtifactSet all =
                set.artifacts(
                        documents,
                        set.render(DocumentSet.assemble(documents, Sample.AT), Typefaces.bundled()),
                        run);
        return Stream.concat(
                        all.files().stream().filter(each -> each.name().startsWith("srs")),
                        all.files().stream().filter(each -> !each.name().startsWith("srs")))
                .toList();
    }

    private static String text(RenderedFile file) throws IOException {
        if (!file.name().endsWith(".pdf")) {
            return new String(file.bytes(), UTF_8);
        }
        List<String> pages = new ArrayList<>();
        PdfReader reader = new PdfReader(file.bytes());
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return String.join("\n", pages);
    }
}

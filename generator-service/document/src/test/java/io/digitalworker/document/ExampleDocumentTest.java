package io.digitalworker.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.document.brief.FeatureEvidence;
import io.digitalworker.document.brief.FeatureStatus;
import io.digitalworker.document.outline.Section;
import io.digitalworker.document.prose.ClaimClass;
import io.digitalworker.document.publication.ArtifactSet;
import io.digitalworker.document.rendering.RenderedFile;
import io.digitalworker.document.verification.Verified;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ExampleDocumentTest {
    private static final Sample SAMPLE = Sample.example();
    private static final ArtifactSet ARTIFACTS = SAMPLE.artifacts();

    private static String text(String name) {
        return new String(ARTIFACTS.file(name).bytes(), UTF_8);
    }

    private static JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(ARTIFACTS.file(name).bytes());
    }

    @Test
    void whatIsImplementedIsEvidencedAndWhatNobodyImplementedIsNot() {
        assertThat(SAMPLE.material().features())
                .extracting(FeatureEvidence::status)
                .containsExactly(
                        FeatureStatus.EVIDENCED,
                        FeatureStatus.EVIDENCED,
                        FeatureStatus.EVIDENCED,
                        FeatureStatus.EVIDENCED,
                        FeatureStatus.NO_EVIDENCE);
        assertThat(SAMPLE.material().features().get(4).coverage())
                .as("the feature nobody implemented stays far below the threshold")
                .isLessThan(FeatureEvidence.PARTIAL_FROM / 2);
        assertThat(SAMPLE.material().features().get(1).matches().get(0).chunk().symbol())
                .isEqualTo("GiftWrappingService.GetWrappingFeeAsync");
    }

    @Test
    void nothingWrittenFailsTheCheck() {
        Verified verified = SAMPLE.verified();
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.ghosts()).isZero();
        assertThat(verified.citations()).isPositive().isEqualTo(verified.citationsValid());
        assertThat(verified.claims().get(ClaimClass.EXTRACTED)).isGreaterThan(100);
        assertThat(verified.claims().get(ClaimClass.NEEDS_SME))
                .as("each question stands once, in the section that lists them")
                .isEqualTo(8);
    }

    @Test
    void publishesEveryArtifactAndAllOfThemInTheBundle() throws IOException {
        List<String> names = ARTIFACTS.files().stream().map(RenderedFile::name).toList();
        assertThat(names)
                .containsExactly(
                        "diagrams/entities.svg",
                        "evidence.json",
                        "facts.json",
                        "manifest.json",
                        "openapi.yaml",
                        "report.json",
                        "requirements.md",
                        "srs.html",
                        "srs.md",
                        "srs.pdf",
                        "traceability.csv",
                        "bundle.zip");
        List<String> bundled = new ArrayList<>();
        byte[] bundle = ARTIFACTS.file("bundle.zip").bytes();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(zip.readAllBytes()).isEqualTo(ARTIFACTS.file(entry.getName()).bytes());
                bundled.add(entry.getName());
            }
        }
        assertThat(bundled).isEqualTo(names.subList(0, names.size() - 1));
        assertThat(ARTIFACTS.file("srs.pdf").artifact().contentType()).isEqualTo("application/pdf");
    }

    @Test
    void reportAndManifestFitTheirSchemas() throws IOException {
        for (String name : List.of("report", "manifest")) {
            JsonNode schema =
                    new ObjectMapper()
                            .readTree(getClass().getResourceAsStream("/schema/" + name + ".json"));
            assertThat(
                            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                    .getSchema(schema)
                                    .validate(json(name + ".json")))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void reportNamesTheGapsAndTheFeatures() throws IOException {
        JsonNode report = json("report.json");
        assertThat(report.at("/documents/0").asText()).isEqualTo("srs");
        assertThat(
                        report.at("/completeness/incomplete").asInt()
                                + report.at("/completeness/needsInput").asInt())
                .isEqualTo(report.at("/gaps").size());
        assertThat(report.at("/features/4/status").asText()).isEqualTo("no-evidence");
        assertThat(report.at("/features/4/evidence").size()).isZero();
        assertThat(report.at("/questions").findValuesAsText("id")).contains("Q-where-GW-5");
        assertThat(report.at("/milliseconds/facts").asInt()).isEqualTo(12);
    }

    @Test
    void manifestHasTheHashOfEveryArtifact() throws IOException {
        JsonNode manifest = json("manifest.json");
        assertThat(manifest.at("/artifacts").size()).isEqualTo(10);
        for (JsonNode artifact : manifest.at("/artifacts")) {
            RenderedFile file = ARTIFACTS.file(artifact.get("name").asText());
            assertThat(artifact.get("sha256").asText()).isEqualTo(file.sha256());
        }
        assertThat(manifest.at("/facts").asText()).isEqualTo(ARTIFACTS.file("facts.json").sha256());
    }

    @Test
    void evidenceHoldsTheCitedLines() throws IOException {
        JsonNode evidence = json("evidence.json").get("evidence");
        assertThat(evidence).isNotEmpty();
        for (JsonNode place : evidence) {
            int lines = place.get("endLine").asInt() - place.get("startLine").asInt() + 1;
            assertThat(place.get("text").asText().lines()).hasSize(lines);
            assertThat(text("srs.md")).contains(place.get("path").asText());
        }
    }

    @Test
    void everySectionIsThereInEveryForm() throws IOException {
        String pdf = pdfText();
        for (Section section : SAMPLE.material().outline().sections()) {
            assertThat(text("srs.md")).contains("\n## " + section.title() + "\n");
            assertThat(text("srs.html")).contains("<h2 id=\"" + section.id() + "\">");
            assertThat(pdf).contains(section.title());
        }
        for (FeatureEvidence feature : SAMPLE.material().features()) {
            assertThat(text("srs.md")).contains("### " + feature.requirement());
            assertThat(pdf).contains(feature.requirement());
            assertThat(text("traceability.csv")).contains("\r\n" + feature.requirement() + ",");
        }
    }

    @Test
    void equalInputGivesEqualBytesInEveryLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("hi-IN-u-nu-deva"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            ArtifactSet again = Sample.example().artifacts();
            for (RenderedFile file : ARTIFACTS.files()) {
                assertThat(again.file(file.name()).sha256())
                        .as(file.name())
                        .isEqualTo(file.sha256());
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static String pdfText() throws IOException {
        PdfReader reader = new PdfReader(ARTIFACTS.file("srs.pdf").bytes());
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}

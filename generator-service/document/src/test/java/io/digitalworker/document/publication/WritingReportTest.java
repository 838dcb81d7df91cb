package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.document.Sample;
import io.digitalworker.document.prompt.PromptFiles;
import io.digitalworker.document.rendering.Rendering;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What report and manifest tell of models. */
class WritingReportTest {
    private static final SectionWriting BY_MODEL =
            new SectionWriting(
                    "srs",
                    "overview",
                    SectionWriting.BY_MODEL,
                    "a-model",
                    "model-refused",
                    3,
                    1,
                    2,
                    1,
                    Map.of("unknown-symbol", 2),
                    5_000,
                    300,
                    4_000,
                    1_234);
    private static final ModelUse USE =
            new ModelUse("first-model", 2, 3, 5_000, 300, 4_000, 1_234, 10, "2026-11-21");

    @Test
    void aJobWithoutModelsHasNothingToTell() throws IOException {
        ArtifactSet files = artifacts(ModelUse.NONE, List.of());

        assertThat(json(files, "report.json").path("writing")).isEmpty();
        assertThat(json(files, "manifest.json").path("models")).isEmpty();
        assertThat(json(files, "manifest.json").path("versions").has("prompt")).isFalse();
    }

    @Test
    void tellsOfEachSectionHowItCameAbout() throws IOException {
        SectionWriting capped = SectionWriting.extractive("srs", "data-model", "budget");
        ArtifactSet files = artifacts(USE, List.of(BY_MODEL, capped));

        JsonNode report = json(files, "report.json");
        conforms("/schema/report.json", report);
        assertThat(report.path("degraded").asBoolean()).isTrue();
        JsonNode first = report.path("writing").get(0);
        assertThat(first.path("model").asText()).isEqualTo("a-model");
        assertThat(first.path("faults").path("unknown-symbol").asInt()).isEqualTo(2);
        assertThat(first.path("usd").decimalValue()).isEqualByComparingTo("0.001234");
        assertThat(report.path("writing").get(1).path("reason").asText()).isEqualTo("budget");
    }

    @Test
    void namesTheModelsAndPromptsOfADocumentThatTheyWrote() throws IOException {
        JsonNode manifest = json(artifacts(USE, List.of(BY_MODEL)), "manifest.json");

        conforms("/schema/manifest.json", manifest);
        assertThat(manifest.path("models")).extracting(JsonNode::asText).containsExactly("a-model");
        assertThat(manifest.path("versions").path("prompt").asText())
                .isEqualTo(PromptFiles.version());
        assertThat(manifest.path("templates"))
                .extracting(each -> "/" + each.path("name").asText())
                .containsAll(PromptFiles.names());
    }

    @Test
    void aSectionOfAnotherLanguageIsNoFallback() {
        assertThat(SectionWriting.extractive("srs", "x", SectionWriting.LANGUAGE).isFallback())
                .isFalse();
        assertThat(BY_MODEL.isFallback()).isTrue();
    }

    @Test
    void refusesASectionOfAModelWithoutAName() {
        assertThatThrownBy(
                        () ->
                                new SectionWriting(
                                        "srs",
                                        "overview",
                                        SectionWriting.BY_MODEL,
                                        "",
                                        "",
                                        1,
                                        0,
                                        0,
                                        0,
                                        Map.of(),
                                        1,
                                        1,
                                        0,
                                        1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ArtifactSet artifacts(ModelUse use, List<SectionWriting> writing) {
        Sample sample = Sample.example();
        RunRecord run = new RunRecord(Sample.AT, "bedrock", "a".repeat(64), Map.of());
        return ArtifactSet.of(
                sample.tree(),
                List.of(new WrittenDocument(sample.material(), sample.verified())),
                Rendering.all(sample.document()),
                run.by(use, writing));
    }

    private static JsonNode json(ArtifactSet files, String name) throws IOException {
        return new ObjectMapper().readTree(files.file(name).bytes());
    }

    private static void conforms(String schema, JsonNode json) throws IOException {
        try (InputStream in = ArtifactSet.class.getResourceAsStream(schema)) {
            JsonSchema read =
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
            assertThat(read.validate(json)).as(schema).isEmpty();
        }
    }
}

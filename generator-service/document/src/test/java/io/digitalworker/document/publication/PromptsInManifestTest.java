package io.digitalworker.document.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.document.Sample;
import io.digitalworker.document.prompt.PromptFiles;
import io.digitalworker.document.rendering.RenderedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromptsInManifestTest {
    private static final Sample SAMPLE = Sample.example();
    private static final ModelUse ASKED = new ModelUse("a-model", 0, 3, 10, 10, 0, 1, 0, "1");

    @Test
    void aRunThatAskedAModelNamesThePromptsWithTheirHashes() throws IOException {
        JsonNode manifest = manifest(ASKED);
        List<String> prompts = PromptFiles.names().stream().map(n -> n.substring(1)).toList();
        assertThat(manifest.get("templates").findValuesAsText("name")).containsAll(prompts);
        assertThat(manifest.at("/versions/prompt").asText()).isEqualTo(PromptFiles.version());
        JsonNode schema =
                new ObjectMapper()
                        .readTree(getClass().getResourceAsStream("/schema/manifest.json"));
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(schema)
                                .validate(manifest))
                .isEmpty();
    }

    @Test
    void aRunWithoutAModelNamesNone() throws IOException {
        JsonNode manifest = manifest(ModelUse.NONE);
        assertThat(manifest.get("templates").findValuesAsText("name"))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("prompt/"));
        assertThat(manifest.at("/versions").has("prompt")).isFalse();
    }

    private static JsonNode manifest(ModelUse model) throws IOException {
        RunRecord run =
                new RunRecord(Sample.AT, "model", "a".repeat(64), Map.of(), model, List.of());
        byte[] facts = "{}".getBytes(StandardCharsets.UTF_8);
        RenderedFile file = new RenderedFile("facts.json", "application/json", facts);
        byte[] json =
                ManifestJson.write(
                        List.of(new WrittenDocument(SAMPLE.material(), SAMPLE.verified())),
                        file,
                        List.of(file),
                        run);
        return new ObjectMapper().readTree(json);
    }
}

package io.digitalworker.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OptionsTest {
    @Test
    void hasADefaultForEverything() {
        Options options = Options.defaults();

        assertThat(options)
                .isEqualTo(
                        new Options(
                                List.of("srs"),
                                List.of(),
                                "standard",
                                "mermaid",
                                "brownfield",
                                "en",
                                "auto",
                                null));
        assertThat(options.faults()).isEmpty();
        assertThat(Schemas.faults("options", Schemas.JSON.valueToTree(options))).isEmpty();
    }

    @Test
    void readsAnEmptyObjectAsDefaults() throws Exception {
        assertThat(Schemas.JSON.readValue("{}", Options.class)).isEqualTo(Options.defaults());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "detail, endless",
        "diagrams, oil",
        "scenario, bluefield",
        "language, tlh",
        "writer, ghost",
    })
    void refusesByNameWhatItCannotDo(String field, String value) throws Exception {
        ObjectNode json = Schemas.JSON.createObjectNode().put(field, value);
        Options options = Schemas.JSON.treeToValue(json, Options.class);

        assertThat(options.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.field()).isEqualTo(field);
                            assertThat(fault.message())
                                    .startsWith("is not available: use one of ")
                                    .doesNotContain(value);
                        });
        assertThat(Schemas.faults("options", json)).hasSize(1);
    }

    @Test
    void takesEveryDocumentThatIsWrittenAndNoOther() {
        Options all = documents("srs", "functional-spec", "tech-design");
        assertThat(all.faults()).isEmpty();
        assertThat(Schemas.faults("options", Schemas.JSON.valueToTree(all))).isEmpty();

        Options poem = documents("srs", "poem");
        assertThat(poem.faults()).extracting(FieldError::field).containsExactly("documents[1]");
        assertThat(Schemas.faults("options", Schemas.JSON.valueToTree(poem))).hasSize(1);
    }

    private static Options documents(String... documents) {
        return new Options(List.of(documents), null, null, null, null, null, null);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "scenario, greenfield",
        "scenario, hybrid",
        "scenario, migration",
        "language, de",
        "language, hi",
    })
    void takesEveryScenarioAndLanguageThatIsWritten(String field, String value) throws Exception {
        ObjectNode json = Schemas.JSON.createObjectNode().put(field, value);

        assertThat(Schemas.JSON.treeToValue(json, Options.class).faults()).isEmpty();
        assertThat(Schemas.faults("options", json)).isEmpty();
    }

    @Test
    void takesSectionsThatThereAreAndNamesThemForOthers() throws Exception {
        ObjectNode json = Schemas.JSON.createObjectNode();
        json.putArray("sections").add("data-model").add("weather");
        Options options = Schemas.JSON.treeToValue(json, Options.class);

        assertThat(options.sections()).containsExactly("data-model", "weather");
        assertThat(options.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.field()).isEqualTo("sections[1]");
                            assertThat(fault.message())
                                    .contains("data-model, executive-summary")
                                    .doesNotContain("weather");
                        });
        assertThat(Schemas.faults("options", json)).hasSize(1);
        Options many =
                new Options(
                        null,
                        Collections.nCopies(101, "data-model"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        assertThat(many.faults()).extracting(FieldError::field).containsExactly("sections");
        assertThat(Schemas.faults("options", Schemas.JSON.valueToTree(many))).hasSize(1);
    }

    @ParameterizedTest(name = "{2} of {0}, {1}")
    @CsvSource({
        "srs, standard, code-base",
        "tech-design, overview, observability",
        "tech-design, standard, phases-of-the-migration",
        "functional-spec, standard, data-model",
    })
    void refusesASectionThatTheDocumentHasNotInThisDetailOrScenario(
            String document, String detail, String section) {
        Options options =
                new Options(
                        List.of(document),
                        List.of("executive-summary", section),
                        detail,
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(options.faults()).extracting(FieldError::field).containsExactly("sections[1]");
    }

    @Test
    void refusesADocumentOfWhichNoSectionIsAskedFor() {
        Options options =
                new Options(
                        List.of("srs", "tech-design"),
                        List.of("actors"),
                        null,
                        null,
                        "greenfield",
                        null,
                        null,
                        null);

        assertThat(options.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.field()).isEqualTo("documents[1]");
                            assertThat(fault.message()).contains("drivers-and-decisions");
                        });
    }

    @Test
    void theSchemaNamesEverySection() {
        Set<String> all = new TreeSet<>();
        for (String document : List.of("srs", "functional-spec", "tech-design")) {
            for (String scenario : List.of("brownfield", "greenfield", "hybrid", "migration")) {
                all.addAll(SectionNames.of(document, scenario, "comprehensive"));
            }
        }

        assertThat(Schemas.read("/schema/options.json").at("/properties/sections/items/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(all);
    }

    @Test
    void refusesACallbackThatIsBlankOrTooLong() {
        for (String callback : List.of(" ", "h".repeat(2_001))) {
            Options options = new Options(null, null, null, null, null, null, callback);
            assertThat(options.faults())
                    .extracting(FieldError::field)
                    .containsExactly("callbackUrl");
            assertThat(Schemas.faults("options", Schemas.JSON.valueToTree(options))).hasSize(1);
        }
        assertThat(
                        new Options(null, null, null, null, null, null, "https://example.org/hook")
                                .faults())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "maxUsd, -0.01",
        "maxUsd, 1000.01",
        "maxTokens, -1",
        "maxTokens, 1000000001",
    })
    void refusesACapThatIsNone(String field, BigDecimal value) throws Exception {
        ObjectNode json = Schemas.JSON.createObjectNode().put(field, value);
        Options options = Schemas.JSON.treeToValue(json, Options.class);

        assertThat(options.faults()).extracting(FieldError::field).containsExactly(field);
        assertThat(Schemas.faults("options", json)).hasSize(1);
    }

    @Test
    void takesCapsAndAnEstimate() throws Exception {
        ObjectNode json =
                Schemas.JSON
                        .createObjectNode()
                        .put("maxUsd", new BigDecimal("0.01"))
                        .put("maxTokens", 0)
                        .put("estimateOnly", true);
        Options options = Schemas.JSON.treeToValue(json, Options.class);

        assertThat(options.faults()).isEmpty();
        assertThat(options.maxUsd()).isEqualByComparingTo("0.01");
        assertThat(options.estimateOnly()).isTrue();
        assertThat(Schemas.faults("options", Schemas.JSON.valueToTree(options))).isEmpty();
    }

    @Test
    void writesNoEstimateWhereNoneIsAskedFor() {
        assertThat(Schemas.JSON.valueToTree(Options.defaults()).has("estimateOnly")).isFalse();
    }
}

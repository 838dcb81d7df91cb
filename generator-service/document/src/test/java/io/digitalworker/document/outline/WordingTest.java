package io.digitalworker.document.outline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.digitalworker.api.FieldError;
import io.digitalworker.api.Options;
import io.digitalworker.api.SectionNames;
import io.digitalworker.document.ScenarioSample;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WordingTest {
    private static Set<String> keys(String language) throws IOException {
        String name = "/messages/messages_" + language + ".properties";
        Properties properties = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(WordingTest.class.getResourceAsStream(name)),
                        UTF_8)) {
            properties.load(in);
        }
        Set<String> keys = new TreeSet<>(properties.stringPropertyNames());
        keys.remove("language.note");
        return keys;
    }

    private static Options options(String json) {
        try {
            return new ObjectMapper().readValue(json, Options.class);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "hi"})
    void whatATableLeavesOutIsToldInItsLanguage(String language) {
        String more = " and {n} more; all are in {where}.";
        assertThat(Wording.of(language).find("Left out of the table for its length:")).isPresent();
        assertThat(Wording.of(language).find("the comprehensive document")).isPresent();
        assertThat(Wording.of(language).find(more).orElseThrow())
                .startsWith(" ")
                .contains("{n}", "{where}")
                .isNotEqualTo(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "hi"})
    void everyLanguageHasTheSameWordsAndSaysWhatIsNotTranslated(String language)
            throws IOException {
        assertThat(keys(language)).isEqualTo(keys("en"));
        assertThat(Wording.of(language).note(7, 9)).get().asString().contains("7").contains("9");
        assertThat(Wording.of(language).note(9, 9)).isEmpty();
        assertThat(Wording.of("en").note(7, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"greenfield", "hybrid", "migration", "brownfield"})
    void everyTitleOfTheScenariosIsTranslated(String scenario) {
        for (String language : List.of("de", "hi")) {
            List<Outline> english = Outline.all(everything(scenario, "en"));
            List<Outline> translated = Outline.all(everything(scenario, language));
            assertThat(english).hasSize(3);
            for (int i = 0; i < english.size(); i++) {
                assertThat(translated.get(i).title()).isNotEqualTo(english.get(i).title());
                titles(english.get(i).sections(), translated.get(i).sections(), language);
            }
        }
    }

    private static void titles(List<Section> english, List<Section> translated, String language) {
        assertThat(translated)
                .extracting(Section::id)
                .isEqualTo(english.stream().map(Section::id).toList());
        for (int i = 0; i < english.size(); i++) {
            String own = english.get(i).title();
            boolean same = language.equals("de") && own.equals("Migration");
            assertThat(translated.get(i).title().equals(own)).as(own).isEqualTo(same);
        }
    }

    private static Options everything(String scenario, String language) {
        return options(
                """
                {"scenario": "%s", "language": "%s", "detail": "comprehensive",
                 "documents": ["srs", "functional-spec", "tech-design"]}
                """
                        .formatted(scenario, language));
    }

    @Test
    void whatIsNotTranslatedStaysEnglish() {
        assertThat(Wording.of("de-AT").say("Executive summary")).isEqualTo("Zusammenfassung");
        assertThat(Wording.of("de").say("Nobody translates this"))
                .isEqualTo("Nobody translates this");
        assertThat(Wording.of("tlh").language()).isEqualTo("en");
    }

    @Test
    void aDocumentInHindiHasItsTitlesInHindi() {
        String hindi = ScenarioSample.example("{\"language\": \"hi\"}", "").text("srs.md");
        assertThat(hindi)
                .contains("\n## कार्यकारी सारांश\n")
                .containsPattern("\\|आवश्यकता[^|]*\\|स्थिति\\|");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("outlines")
    void theContractsNameTheSectionsThatAnOutlineHas(String document, String scenario) {
        for (String detail : List.of("overview", "standard", "comprehensive")) {
            Options options =
                    new Options(List.of(document), detail, null, scenario, null, null, null);

            assertThat(Outline.all(options).get(0).sections())
                    .as("sections of contracts/api, sections.properties, for %s", detail)
                    .extracting(Section::id)
                    .isEqualTo(SectionNames.of(document, scenario, detail));
        }
    }

    static Stream<Arguments> outlines() {
        return Stream.of("srs", "functional-spec", "tech-design")
                .flatMap(
                        document ->
                                Stream.of("brownfield", "greenfield", "hybrid", "migration")
                                        .map(scenario -> Arguments.of(document, scenario)));
    }

    @Test
    void aDocumentHasOnlyTheSectionsAskedFor() {
        Options two = options("{\"sections\": [\"traceability\", \"executive-summary\"]}");
        assertThat(Outline.all(two).get(0).sections())
                .extracting(Section::id)
                .containsExactly("executive-summary", "traceability");
        assertThat(ScenarioSample.example("{\"sections\": [\"traceability\"]}", "").text("srs.md"))
                .contains("## Traceability")
                .doesNotContain("## Executive summary");
    }

    @Test
    void namesTheSectionsThatThereAreForOneThatThereIsNot() {
        Options unknown = options("{\"sections\": [\"traceability\", \"weather\"]}");
        List<FieldError> faults = unknown.faults();
        assertThat(faults).extracting(FieldError::field).containsExactly("sections[1]");
        assertThat(faults.get(0).message())
                .contains("executive-summary")
                .contains("traceability")
                .doesNotContain("weather");
        assertThatIllegalArgumentException().isThrownBy(() -> Outline.all(unknown));
    }

    @Test
    void aDocumentWithNoneOfTheSectionsIsAFault() {
        Options nothing =
                options(
                        """
                        {"scenario": "greenfield", "documents": ["srs", "tech-design"],
                         "sections": ["actors"]}
                        """);
        assertThat(nothing.faults())
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.field()).isEqualTo("documents[1]");
                            assertThat(fault.message()).contains("drivers-and-decisions");
                        });
    }

    @Test
    void theOutlinesOfScenariosAreReadableData() throws IOException {
        JsonNode outline =
                new ObjectMapper()
                        .readTree(getClass().getResourceAsStream("/outline/hybrid/srs.json"));
        assertThat(outline.get("before").asText()).isEqualTo("questions");
        List<String> ids =
                Outline.all(options("{\"scenario\": \"hybrid\"}")).get(0).sections().stream()
                        .map(Section::id)
                        .toList();
        assertThat(ids.indexOf("deviations")).isEqualTo(ids.indexOf("open-questions") - 1);
    }
}

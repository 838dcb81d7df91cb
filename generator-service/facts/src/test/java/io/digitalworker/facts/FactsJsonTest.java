package io.digitalworker.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.ConfigurationKey;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.facts.fact.Mark;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.Evidence;
import io.digitalworker.facts.source.SourceTree;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FactsJsonTest {
    private static final String SHA = "0".repeat(64);

    private final SourceTree tree = Trees.ofText("src/Items.cs", "class A {}\nclass B {}\n");

    private static byte[] facts(String sources) {
        SourceTree tree = Trees.ofSources(sources);
        return FactsJson.write(Facts.of(SHA, tree, Inventory.of(tree)));
    }

    private Evidence place(int line) {
        return tree.evidence(tree.files().get(0), line, line);
    }

    private byte[] write(List<Fact> facts) {
        return FactsJson.write(new Facts(SHA, Inventory.of(tree), List.of(), facts));
    }

    @Test
    void fitsItsSchema() {
        JsonNode json = FactsSchema.assertFits(facts(""));
        assertThat(json.at("/archive/files").asInt()).isGreaterThan(8);
        assertThat(json.at("/archive/languages/0/name").asText()).isEqualTo("C#");
        assertThat(json.at("/types").size()).isGreaterThan(20);
    }

    @Test
    void everyKindFitsTheSchema() {
        List<Fact> sample = SampleFacts.at(place(1));
        assertThat(sample.stream().map(FactKind::of)).containsExactly(FactKind.values());
        JsonNode json = FactsSchema.assertFits(write(sample));
        for (FactKind kind : FactKind.values()) {
            assertThat(json.get(kind.array())).as(kind.array()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaNamesEveryComponentOf(FactKind kind) {
        JsonNode properties =
                FactsSchema.json().at("/properties/" + kind.array() + "/items/properties");
        List<String> named = new ArrayList<>();
        properties.fieldNames().forEachRemaining(named::add);
        assertThat(named)
                .containsExactlyElementsOf(
                        Arrays.stream(kind.type().getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void isWrittenAsTheDesignShows() {
        String json = new String(write(SampleFacts.at(place(1))), UTF_8);
        assertThat(json)
                .contains(
                        " \"endpoints\": [\n  {\"method\": \"GET\", \"path\": \"/api/items/{id}\", ")
                .contains(
                        "\"parameters\": [{\"name\": \"id\", \"in\": \"path\", \"type\": \"int\", ")
                .contains(
                        "\"evidence\": {\"path\": \"src/Items.cs\", \"startLine\": 1, \"endLine\": 1,")
                .contains("\"confidence\": \"resolved\"")
                .contains("\"calls\": [\n  {\"from\": \"A.b\", ")
                .endsWith("\n}\n");
    }

    @Test
    void whatIsNotThereIsNull() {
        Fact key = new ConfigurationKey("A", "read", "", null, Confidence.LITERAL, place(1));
        JsonNode json = FactsSchema.assertFits(write(List.of(key)));
        assertThat(json.at("/configuration/0/value").isNull()).isTrue();
        assertThat(json.at("/endpoints").isEmpty()).isTrue();
    }

    @Test
    void orderAndDoublesOfWhatWasFoundDoNotShow() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            facts.add(new Mark("lock", "S" + i, Confidence.LITERAL, place(1 + i % 2)));
        }
        facts.addAll(SampleFacts.at(place(1)));
        List<Fact> twice = new ArrayList<>(facts);
        twice.addAll(facts);
        Collections.shuffle(twice, new Random(5));
        assertThat(new String(write(twice), UTF_8)).isEqualTo(new String(write(facts), UTF_8));
    }

    @Test
    void isTheSameInEveryLocaleAndTimeZone() {
        byte[] here = facts("csharp");
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(new String(facts("csharp"), UTF_8)).isEqualTo(new String(here, UTF_8));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}

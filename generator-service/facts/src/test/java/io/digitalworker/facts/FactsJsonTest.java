package io.digitalworker.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.facts.inventory.Inventory;
import io.digitalworker.facts.source.SourceTree;
import java.io.IOException;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class FactsJsonTest {
    private static final String SHA = "0".repeat(64);

    private static byte[] facts(String sources) {
        SourceTree tree = Trees.ofSources(sources);
        return FactsJson.write(Facts.of(SHA, tree, Inventory.of(tree)));
    }

    @Test
    void fitsItsSchema() throws IOException {
        JsonNode schema =
                new ObjectMapper().readTree(getClass().getResourceAsStream("/schema/facts.json"));
        JsonNode json = new ObjectMapper().readTree(facts(""));
        assertThat(
                        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                                .getSchema(schema)
                                .validate(json))
                .isEmpty();
        assertThat(json.at("/archive/files").asInt()).isEqualTo(8);
        assertThat(json.at("/archive/languages/0/name").asText()).isEqualTo("C#");
        assertThat(json.at("/types").size()).isGreaterThan(20);
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

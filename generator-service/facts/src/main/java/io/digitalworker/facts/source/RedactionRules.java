package io.digitalworker.facts.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code /redaction/rules.json} without data binding, which takes longer than all the rules. */
final class RedactionRules {
    private RedactionRules() {}

    static List<RedactionRule> standard() {
        try (InputStream in = RedactionRules.class.getResourceAsStream("/redaction/rules.json")) {
            Objects.requireNonNull(in, "/redaction/rules.json is not on the class path");
            try (JsonParser parser = new JsonFactory().createParser(in)) {
                return rules(parser);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("/redaction/rules.json cannot be read", e);
        }
    }

    private static List<RedactionRule> rules(JsonParser parser) throws IOException {
        List<RedactionRule> rules = new ArrayList<>();
        parser.nextToken();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, List<String>> fields = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                fields.put(parser.currentName(), texts(parser));
            }
            rules.add(new RedactionRule(fields));
        }
        return rules;
    }

    private static List<String> texts(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return List.of(parser.getText());
        }
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }
}

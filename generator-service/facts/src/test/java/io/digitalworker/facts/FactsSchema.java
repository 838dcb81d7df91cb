package io.digitalworker.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code /schema/facts.json}. */
public final class FactsSchema {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(json());

    private FactsSchema() {}

    public static JsonNode json() {
        try {
            return new ObjectMapper()
                    .readTree(FactsSchema.class.getResourceAsStream("/schema/facts.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as JSON, which fits the schema. */
    public static JsonNode assertFits(byte[] factsJson) {
        try {
            JsonNode json = new ObjectMapper().readTree(factsJson);
            assertThat(SCHEMA.validate(json)).isEmpty();
            return json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

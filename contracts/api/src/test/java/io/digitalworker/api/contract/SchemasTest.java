package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A schema that is not one accepts everything. */
class SchemasTest {
    private static final JsonSchema META =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    static Stream<Arguments> schemas() {
        return OpenApi.read().document().at("/components/schemas").properties().stream()
                .map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemas")
    void isAJsonSchema(String name, JsonNode schema) {
        assertThat(META.validate(schema)).as(name).isEmpty();
        assertThat(schema.findParents("type"))
                .allSatisfy(
                        typed ->
                                assertThat(
                                                typed.get("type").isObject()
                                                        ? "object"
                                                        : typed.get("type").asText())
                                        .isIn(
                                                List.of(
                                                        "object", "array", "string", "integer",
                                                        "number", "boolean")));
    }
}

package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Yaml;
import io.digitalworker.runtime.testing.UnreachableCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

/** The contracts, as an installation serves them. */
@QuarkusTest
@WithTestResource(UnreachableCloudResource.class)
class ContractQuarkusTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Stream<String> schemas() {
        return Yaml.references(Yaml.read("/asyncapi.yaml")).stream()
                .filter(reference -> reference.startsWith("./"))
                .distinct();
    }

    @Test
    void servesTheApi() throws IOException {
        byte[] served =
                given().get("/v1/openapi.yaml")
                        .then()
                        .statusCode(200)
                        .header("Content-Type", startsWith("application/yaml"))
                        .header("Cache-Control", "public, max-age=300")
                        .extract()
                        .asByteArray();

        assertThat(YAML.readTree(served)).isEqualTo(OpenApi.read().document());
    }

    @Test
    void servesWhatIsAnnounced() throws IOException {
        byte[] served =
                given().get("/v1/asyncapi.yaml").then().statusCode(200).extract().asByteArray();

        assertThat(YAML.readTree(served)).isEqualTo(Yaml.read("/asyncapi.yaml"));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void servesEverySchemaWhereTheAnnouncementsLookForIt(String reference) throws IOException {
        String schema =
                given().get("/v1" + reference.substring(1))
                        .then()
                        .statusCode(200)
                        .header("Content-Type", startsWith("application/schema+json"))
                        .extract()
                        .asString();

        assertThat(YAML.readTree(schema).get("$id").asText()).startsWith("urn:digital-worker:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/schema/nothing.json",
                "/v1/schema/..%2Fopenapi.yaml",
                "/v1/schema/..%2F..%2Fapplication.properties",
                "/v1/schema/events/..%2Fdescriptor.json",
                "/v1/schema/events%2FJobFailed.json",
                "/v1/schema/"
            })
    void servesNothingElseOfTheClassPath(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void anAnswerIsStoredByNobodyUnlessItSaysSo() {
        given().get("/v1/health").then().header("Cache-Control", equalTo("no-store"));
    }
}

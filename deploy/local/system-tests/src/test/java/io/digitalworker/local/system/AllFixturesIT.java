package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.fact.FactKind;
import io.digitalworker.local.launcher.installation.Home;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One job whose archive holds code of every framework that the facts library knows, through the real
 * processes to the published {@code facts.json}. Fixtures in one tree can touch each other; each one's
 * exact facts are compared in the library's own tests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllFixturesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String DESCRIPTOR =
            """
            {"moduleName": "Shop of all frameworks", "version": "1.0", "features": [
             {"id": "F-1", "description": "A customer adds items to a cart and changes the quantity of a line."},
             {"id": "F-2", "description": "Staff list, create and remove stock items of a warehouse."},
             {"id": "F-3", "description": "A nightly job reports orders; messages announce an order that was placed."}]}
            """;

    private Plant plant;
    private Response status;
    private JsonNode facts;

    @BeforeAll
    void submit(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        FixturesArchive archive = new FixturesArchive(Home.find().root());
        plant = Plant.start(directory.resolve("plant"), new CloudProxy.Watch() {});
        Response accepted = Submission.of(plant.api(), archive.zip(directory), DESCRIPTOR).send();
        assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(202);
        String jobId = accepted.path("jobId");
        await().atMost(PATIENCE).until(() -> ended(jobId));
        facts =
                new ObjectMapper()
                        .readTree(
                                given().urlEncodingEnabled(false)
                                        .get(addressOfFacts())
                                        .asByteArray());
    }

    private boolean ended(String jobId) {
        status = given().baseUri(plant.api().toString()).get("/v1/job-status/" + jobId);
        return Set.of("Succeeded", "Failed").contains(status.<String>path("status"));
    }

    private String addressOfFacts() {
        assertThat(status.<String>path("status")).as(status.asString()).isEqualTo("Succeeded");
        return status.path("artifacts.find { it.name == 'facts.json' }.url");
    }

    @AfterAll
    void end() throws IOException {
        if (plant != null) {
            plant.close();
        }
    }

    @Test
    void theFactsFitTheirSchema() {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Facts.class.getResourceAsStream("/schema/facts.json"));

        assertThat(schema.validate(facts)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void factsOfEveryKindAreThere(FactKind kind) {
        assertThat(facts.path(kind.array())).as(kind.array()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "aspnet/attribute-routes, aspnetcore, GET, /api/Items/{id}",
        "aws/serverless, aws-api, DELETE, /orders/{id}",
        "django/rest-framework, django, GET, /api/items/latest",
        "express/mounts, express, DELETE, /api/items/{id}",
        "fastapi/nested-prefixes, fastapi, GET, /api/warehouse/stock/{sku}",
        "fastify/prefixes, fastify, GET, /health",
        "flask/blueprints, flask, GET, /admin/inner/users",
        "jaxrs/locators, jaxrs, DELETE, /rest/carts/{cart}/lines/{line}",
        "nestjs/prefix-and-versions, nestjs, POST, /api/v2/shop/stock/items",
        "spring/functional-routes, spring, DELETE, /carts/{id}/lines/{line}",
    })
    void theEndpointsOfAFixtureAreFound(
            String fixture, String framework, String method, String path) {
        Stream<JsonNode> found =
                StreamSupport.stream(facts.path("endpoints").spliterator(), false)
                        .filter(endpoint -> endpoint.path("framework").asText().equals(framework))
                        .filter(
                                endpoint ->
                                        endpoint.at("/evidence/path")
                                                .asText()
                                                .startsWith(fixture + "/"));

        assertThat(found.map(e -> e.path("method").asText() + " " + e.path("path").asText()))
                .contains(method + " " + path);
    }
}

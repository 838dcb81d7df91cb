package io.digitalworker.api.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.api.Problem;
import io.digitalworker.api.Schemas;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiTest {
    private static final OpenApi API = OpenApi.read();

    /** What only jobs, deliveries and operators meet; no answer of this API has it. */
    private static final Set<ErrorCode> NOT_ANSWERED =
            EnumSet.of(
                    ErrorCode.CONFLICT,
                    ErrorCode.CANCELLED,
                    ErrorCode.TIMED_OUT,
                    ErrorCode.INPUT_MISSING,
                    ErrorCode.PROCESSING_FAILED,
                    ErrorCode.DELIVERY_FAILED,
                    // of a path or method that is no operation: told in the introduction
                    ErrorCode.METHOD_NOT_ALLOWED);

    static List<Operation> operations() {
        return API.operations();
    }

    @Test
    void isReadByAnIndependentParserWithoutComplaint() {
        SwaggerParseResult read =
                new OpenAPIV3Parser()
                        .readContents(Schemas.JSON.valueToTree(API.document()).toString());

        assertThat(read.getMessages()).as("what swagger-parser has to say").isNullOrEmpty();
        assertThat(read.getOpenAPI().getPaths()).hasSameSizeAs(API.document().get("paths"));
    }

    @Test
    void refersToNothingThatIsNotThere() {
        Set<String> used = new TreeSet<>(Yaml.references(API.document()));

        assertThat(used).allSatisfy(OpenApiTest::assertThere);
        for (String kind : List.of("schemas", "responses", "parameters", "headers")) {
            API.document()
                    .at("/components/" + kind)
                    .fieldNames()
                    .forEachRemaining(
                            name ->
                                    assertThat(used)
                                            .as("who uses it")
                                            .contains("#/components/" + kind + "/" + name));
        }
    }

    private static void assertThere(String reference) {
        assertThat(API.document().at(reference.substring(1)).isMissingNode())
                .as(reference + " is missing")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresItsErrorsWithCodesOfTheCatalogue(Operation operation) {
        operation
                .responses()
                .forEach(
                        (status, response) -> {
                            if (status < 400) {
                                assertThat(operation.codes(status)).isEmpty();
                                return;
                            }
                            assertThat(Operation.produces(response))
                                    .containsExactly(Problem.MEDIA_TYPE);
                            assertThat(response.at("/content/application~1problem+json/schema"))
                                    .isEqualTo(
                                            Schemas.JSON
                                                    .createObjectNode()
                                                    .put("$ref", "#/components/schemas/Problem"));
                            assertThat(operation.codes(status))
                                    .isNotEmpty()
                                    .doesNotHaveDuplicates();
                            assertThat(operation.codes(status))
                                    .allSatisfy(code -> assertCode(code, status));
                        });
    }

    private static void assertCode(String code, int status) {
        assertThat(ErrorCode.valueOf(code).httpStatus()).as(code).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresWhatEveryOperationCanAnswer(Operation operation) {
        assertThat(operation.responses()).containsKeys(400, 406, 413, 500, 503);
        if (!operation.isOpen()) {
            assertThat(operation.responses()).containsKeys(401, 403, 429);
        }
        if (operation.path().contains("{")) {
            assertThat(operation.responses()).containsKey(404);
        }
        if (!operation.consumes().isEmpty()) {
            assertThat(operation.responses()).containsKey(415);
        }
        assertThat(operation.codes(400)).contains(ErrorCode.REQUEST_MALFORMED.name());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresTheHeadersOfItsAnswers(Operation operation) {
        operation
                .responses()
                .forEach(
                        (status, response) -> {
                            Map<String, JsonNode> headers = operation.headers(response);
                            assertThat(headers)
                                    .as(operation + " " + status)
                                    .containsKeys("X-Request-Id", "Cache-Control");
                            if (!operation.isOpen() && (status < 400 || status == 429)) {
                                assertThat(headers).containsKeys("RateLimit", "RateLimit-Policy");
                            }
                            if (status == 202 && operation.method().equals("POST")) {
                                assertThat(headers).containsKeys("Location", "Retry-After");
                            }
                            if (status == 429 || status == 503) {
                                assertThat(headers).containsKey("Retry-After");
                            }
                            if (status == 401) {
                                assertThat(headers).containsKey("WWW-Authenticate");
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("operations")
    void showsExamplesThatFollowTheirSchemas(Operation operation) {
        operation.responses().values().forEach(response -> assertExamples(response));
        assertExamples(operation.node().path("requestBody"));
        operation
                .parameters()
                .forEach(
                        parameter -> {
                            if (parameter.has("example")) {
                                assertThat(
                                                API.faults(
                                                        parameter.get("schema"),
                                                        parameter.get("example")))
                                        .as(parameter.get("name").asText())
                                        .isEmpty();
                            }
                        });
    }

    private static void assertExamples(JsonNode body) {
        body.path("content")
                .forEach(
                        media -> {
                            if (media.has("example")) {
                                assertThat(API.faults(media.get("schema"), media.get("example")))
                                        .as("faults of " + media.get("example"))
                                        .isEmpty();
                            }
                        });
    }

    @Test
    void givesEveryOperationANameAPlaceAndWords() {
        List<String> tags = API.document().get("tags").findValuesAsText("name");

        assertThat(operations()).extracting(Operation::id).doesNotHaveDuplicates();
        assertThat(operations())
                .allSatisfy(
                        operation -> {
                            assertThat(operation.id()).matches("[a-z][A-Za-z]+");
                            assertThat(tags).contains(operation.node().at("/tags/0").asText());
                            assertThat(operation.node().path("summary").asText())
                                    .isNotBlank()
                                    .doesNotEndWith(".");
                            assertThat(operation.node().path("description").asText()).endsWith(".");
                        });
    }

    @Test
    void answersWithTheWholeCatalogue() {
        Set<String> documented = new TreeSet<>();
        for (Operation operation : operations()) {
            operation
                    .responses()
                    .keySet()
                    .forEach(status -> documented.addAll(operation.codes(status)));
        }

        Set<ErrorCode> expected = EnumSet.complementOf(EnumSet.copyOf(NOT_ANSWERED));
        assertThat(documented)
                .as("codes that the operations declare, against the catalogue")
                .containsExactlyInAnyOrderElementsOf(expected.stream().map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Descriptor, descriptor",
        "Options, options",
        "RevisionRequest, revision-request",
        "Problem, problem"
    })
    void hasTheSchemasThatArePublishedByThemselves(String component, String schema) {
        ObjectNode published = (ObjectNode) Schemas.read("/schema/" + schema + ".json");
        published.remove(List.of("$schema", "$id", "$defs"));

        assertThat(
                        API.component("schemas", component)
                                .toString()
                                .replace("#/components/schemas/Text", "#/$defs/text"))
                .isEqualTo(published.toString());
    }
}

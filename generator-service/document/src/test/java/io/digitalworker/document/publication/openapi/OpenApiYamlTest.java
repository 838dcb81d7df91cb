package io.digitalworker.document.publication.openapi;

import io.digitalworker.api.Options;
import io.digitalworker.document.Sample;
import io.digitalworker.document.brief.Material;
import io.digitalworker.document.brief.Retrieval;
import io.digitalworker.document.outline.Outline;
import io.digitalworker.facts.Facts;
import io.digitalworker.facts.fact.Confidence;
import io.digitalworker.facts.fact.Endpoint;
import io.digitalworker.facts.fact.Fact;
import io.digitalworker.facts.fact.Input;
import io.digitalworker.facts.fact.Response;
import io.digitalworker.facts.source.Evidence;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiYamlTest {
    private static final Sample SAMPLE = Sample.example();

    private static OpenAPI valid(String yaml) {
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(yaml);
        assertThat(result.getMessages()).isEmpty();
        return result.getOpenAPI();
    }

    private static Endpoint endpoint(
            String method, String path, List<Input> inputs, String request, Response... responses) {
        return new Endpoint(
                method,
                path,
                List.of(),
                "C.do",
                "test",
                inputs,
                request,
                Arrays.asList(responses),
                List.of("role: *admin*", "no"),
                List.of(),
                Confidence.LITERAL,
                evidence());
    }

    private static Evidence evidence() {
        return SAMPLE.material().facts().endpoints().get(0).evidence();
    }

    /** The example with these endpoints in place of its own. */
    private static String yaml(Endpoint... endpoints) {
        Facts own = SAMPLE.material().facts();
        List<Fact> facts = new ArrayList<>(Arrays.asList(endpoints));
        Facts with = new Facts(own.archiveSha256(), own.inventory(), own.types(), facts);
        try (Retrieval retrieval =
                Retrieval.over(SAMPLE.tree(), with, SAMPLE.material().descriptor())) {
            Outline outline = Outline.all(Options.defaults()).get(0);
            Material material =
                    Material.gather(outline, SAMPLE.material().descriptor(), with, retrieval);
            return OpenApiYaml.write(material).orElse("");
        }
    }

    @Test
    void holdsEveryEndpointOfTheExampleAndIsValid() {
        OpenAPI api = valid(OpenApiYaml.write(SAMPLE.material()).orElseThrow());
        for (Endpoint endpoint : SAMPLE.material().facts().endpoints()) {
            assertThat(api.getPaths()).containsKey(PathTemplate.of(endpoint.path()).path());
        }
        Operation choose = api.getPaths().get("/cart/wrap/{cartItemId}").getPost();
        assertThat(choose.getOperationId()).isEqualTo("GiftWrapController_Choose_2");
        assertThat(choose.getExtensions().get("x-features").toString()).contains("GW-1");
        assertThat(api.getInfo().getVersion()).isEqualTo("1.2.0");
    }

    @Test
    void isAbsentWhereThereIsNoEndpointOfHttp() {
        assertThat(yaml()).isEmpty();
        assertThat(yaml(endpoint("QUERY", "/graphql", List.of(), null))).isEmpty();
    }

    @Test
    void isValidWhateverThePathsSay() {
        OpenAPI api =
                valid(
                        yaml(
                                endpoint("GET", "/a/{*rest}", List.of(), null),
                                endpoint("GET", "/a/{id:int}/b?x={y}", List.of(), null),
                                endpoint("GET", "/a/{other}/b", List.of(), null),
                                endpoint("PUT", "/a/{other}/b", List.of(), null),
                                endpoint("ANY", "/", List.of(), null),
                                endpoint("POST", "/no: #{x}'\"\n- y", List.of(), null)));
        assertThat(api.getPaths().keySet()).contains("/a/{rest}", "/a/{id}/b", "/");
        assertThat(api.getPaths().get("/a/{id}/b").getPut().getParameters().get(0).getName())
                .isEqualTo("id");
        assertThat(api.getPaths().get("/").getGet().getExtensions())
                .containsEntry("x-any-method", true);
    }

    @Test
    void saysWhatIsKnownOfTypesAndNothingElse() {
        OpenAPI api =
                valid(
                        yaml(
                                endpoint(
                                        "POST",
                                        "/papers",
                                        List.of(
                                                new Input("page", "query", "int", false),
                                                new Input("page", "query", "int", false),
                                                new Input("file", "form", "Stranger", true)),
                                        "List<WrappingPaper>",
                                        new Response(201, "WrappingPaper"),
                                        new Response(0, "Odd"))));
        Operation post = api.getPaths().get("/papers").getPost();
        assertThat(post.getParameters()).hasSize(1);
        assertThat(post.getResponses().keySet()).containsExactly("201");
        assertThat(post.getRequestBody().getContent())
                .containsOnlyKeys("application/json", "application/x-www-form-urlencoded");
        assertThat(api.getComponents().getSchemas().get("WrappingPaper").getProperties().size())
                .isPositive();
        assertThat(api.getComponents().getSchemas()).doesNotContainKey("Stranger");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Task<ActionResult<List<Order>>>; List; Order; false",
                "Optional[str]; str; ''; true",
                "string?; string; ''; true",
                "Order[]; list; Order; false",
                "Map<String, List<Order>>; Map; 'String,List<Order>'; false",
                "null | Order; Order; ''; true",
                "com.shop.Order; Order; ''; false",
                "A<; A<; ''; false",
            })
    void readsTypesAsTheyAreWritten(
            String written, String name, String arguments, boolean nullable) {
        DeclaredType type = DeclaredType.of(written);
        assertThat(String.join(",", type.arguments())).isEqualTo(arguments);
        assertThat(type.nullable()).isEqualTo(nullable);
        assertThat(name).startsWith(type.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "Yes",
                "on",
                "null",
                "~",
                "1",
                "01",
                "1:30",
                "0x1F",
                "2026-01-01",
                "=1+1",
                "- a",
                "a: b",
                "a #b",
                "&a",
                "*a",
                "!tag",
                "%x",
                "@a",
                "`a`",
                "{a}",
                "[a]",
                "'",
                "\"",
                "",
                " a ",
                "a\nb",
                "\u0007",
                "\u2028",
                "नमस्ते",
                "<<",
                "plain words"
            })
    void readersOfBothVersionsOfYamlReadWhatWasWritten(String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("key", text);
        tree.put("list", List.of(text));
        String yaml = PlainYaml.write(tree);
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(yaml)).isEqualTo(tree);
        assertThat(new Yaml().<Object>load(yaml)).isEqualTo(tree);
    }
}

package io.digitalworker.ingest.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.digitalworker.api.contract.OpenApi;
import io.digitalworker.api.contract.Operation;
import io.digitalworker.ingest.contract.Routes.Route;
import io.digitalworker.ingest.inbound.HealthResource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the resources serve, against what openapi.yaml says. */
class RoutesTest {
    private static final OpenApi API = OpenApi.read();
    private static final List<Route> ROUTES = Routes.of(HealthResource.class);

    /** One method takes both. */
    private static final String IN_FOLDER = "/v1/jobs/{jobId}/artifacts/{folder}/{name}";

    private static List<Operation> served() {
        return API.operations().stream().filter(each -> !each.path().equals(IN_FOLDER)).toList();
    }

    private static Route routeOf(Operation operation) {
        return ROUTES.stream()
                .filter(route -> route.toString().equals(operation.toString()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no resource for " + operation));
    }

    @Test
    void everyMethodOfAResourceIsAnOperationAndTheOtherWayRound() {
        assertThat(ROUTES)
                .extracting(Route::toString)
                .as("methods of resources, against openapi.yaml")
                .containsExactlyInAnyOrderElementsOf(
                        served().stream().map(Operation::toString).toList());
    }

    @Test
    void takesTheMediaTypesThatItsOperationNames() {
        same(Route::consumes, Operation::consumes);
    }

    @Test
    void givesTheMediaTypesThatItsOperationNames() {
        same(
                Route::produces,
                operation ->
                        operation.responses().entrySet().stream()
                                .filter(answer -> answer.getKey() < 400)
                                .flatMap(answer -> Operation.produces(answer.getValue()).stream())
                                .toList());
    }

    @Test
    void hasTheParametersThatItsOperationNames() {
        same(Route::inPath, operation -> operation.parameters("path"));
        same(Route::inQuery, operation -> operation.parameters("query"));
    }

    @Test
    void aParameterInAPathIsInItsOperationToo() {
        for (Operation operation : API.operations()) {
            for (JsonNode parameter : operation.parameters()) {
                String braced = "{" + parameter.get("name").asText() + "}";
                assertThat(operation.path().contains(braced))
                        .as(operation + ": " + braced)
                        .isEqualTo(parameter.get("in").asText().equals("path"));
            }
        }
    }

    private static void same(
            Function<Route, Set<String>> served, Function<Operation, List<String>> told) {
        for (Operation operation : served()) {
            assertThat(served.apply(routeOf(operation)))
                    .as(operation.toString())
                    .containsExactlyInAnyOrderElementsOf(
                            told.apply(operation).stream()
                                    .collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}

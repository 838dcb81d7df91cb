package io.digitalworker.local.system;

import io.digitalworker.local.issuer.IssuerDouble;
import io.digitalworker.local.launcher.installation.Home;
import io.digitalworker.local.launcher.installation.Service;
import io.digitalworker.local.launcher.installation.ServiceProcess;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every route against everybody who might call it (G9), on two ingest processes in turn: whoever is not
 * let in learns nothing, and what is somebody else's is as absent as what never was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RoutesByCallersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Row> ROWS = Rows.all();

    private TwoIngests doors;
    private IssuerDouble otherIssuer;
    private Things owners;
    private List<Object> before;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) throws IOException {
        otherIssuer = IssuerDouble.start();
        doors = TwoIngests.start(directory);
        owners = new OwnersThings(() -> as(Visit.OWNER)).make(Home.find().example());
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(status().<String>path("status"))
                                        .as("status of the owner's job")
                                        .isEqualTo("Succeeded"));
        before = state();
    }

    @AfterAll
    void end() throws IOException {
        if (doors != null) {
            doors.close();
        }
        otherIssuer.close();
    }

    @Test
    @Order(1)
    void everyRouteHasItsRow() {
        assertThat(ROWS.stream().map(Row::route).map(Route::toString).collect(Collectors.toSet()))
                .as("routes in the code; a new one needs a row that says who may call it (Rows)")
                .containsAll(Route.ofAllServices().stream().map(Route::toString).toList());
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> whoeverIsNotLetInLearnsNothing() {
        return Stream.of(Visit.values())
                .filter(visit -> !visit.isLetIn())
                .flatMap(visit -> closed().map(row -> test(row, visit, () -> refused(row, visit))));
    }

    private static Stream<Row> closed() {
        return ROWS.stream().filter(row -> row.kind() != Row.Kind.OPEN);
    }

    private void refused(Row row, Visit visit) {
        Response theirs = send(row, visit, owners);
        Response nobodys = send(row, visit, Things.never());

        assertThat(theirs.statusCode()).as(theirs.asString()).isEqualTo(visit.status());
        assertThat(code(theirs)).isEqualTo(visit.status() == 401 ? "UNAUTHENTICATED" : "FORBIDDEN");
        assertThat(theirs.header("WWW-Authenticate")).startsWith("Bearer realm=\"digital-worker\"");
        assertSame(theirs, nobodys);
    }

    @TestFactory
    @Order(3)
    Stream<DynamicTest> whatIsSomebodyElsesIsAsAbsentAsWhatNeverWas() {
        return ROWS.stream()
                .filter(row -> row.kind() == Row.Kind.NAMED)
                .map(row -> test(row, Visit.OTHER, () -> absent(row)));
    }

    private void absent(Row row) {
        Response theirs = send(row, Visit.OTHER, owners);
        Response nobodys = send(row, Visit.OTHER, Things.never());

        assertThat(theirs.statusCode()).as(theirs.asString()).isEqualTo(404);
        assertSame(theirs, nobodys);
    }

    @TestFactory
    @Order(4)
    Stream<DynamicTest> whatIsOnesOwnShowsNothingOfOthers() {
        return ROWS.stream()
                .filter(row -> row.kind() == Row.Kind.OWN)
                .map(row -> test(row, Visit.OTHER, () -> own(row)));
    }

    private void own(Row row) {
        Response answer = send(row, Visit.OTHER, owners);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.owner());
        assertThat(answer.asString())
                .as("an answer to somebody else")
                .doesNotContain(owners.jobId(), owners.uploadId(), owners.batchId())
                .doesNotContain(Visit.OWNERS_NAME)
                .isNotEqualTo(send(row, Visit.OWNER, owners).asString());
    }

    @TestFactory
    @Order(5)
    Stream<DynamicTest> whatIsOpenIsTheSameToEverybody() {
        return ROWS.stream()
                .filter(row -> row.kind() == Row.Kind.OPEN)
                .flatMap(
                        row ->
                                Stream.of(Visit.values())
                                        .map(v -> test(row, v, () -> open(row, v))));
    }

    private void open(Row row, Visit visit) {
        Response answer = send(row, visit, owners);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.owner());
        assertThat(answer.asString()).isEqualTo(send(row, Visit.ANONYMOUS, owners).asString());
    }

    @TestFactory
    @Order(6)
    Stream<DynamicTest> whatIsTheOperatorsIsClosedToCallers() {
        return ROWS.stream()
                .filter(row -> row.kind() == Row.Kind.OPERATORS)
                .map(row -> dynamicTest(row + " as caller and operator", () -> operators(row)));
    }

    private void operators(Row row) {
        Response caller = send(row, Visit.OWNER, owners);
        String token =
                doors.issuer()
                        .accessToken("operator")
                        .claim("scope", "digitalworker:operate")
                        .signed();
        Response operator =
                row.call().apply(to(row, Map.of("Authorization", "Bearer " + token)), owners);

        assertThat(caller.statusCode()).as(caller.asString()).isEqualTo(403);
        assertThat(operator.statusCode()).as(operator.asString()).isEqualTo(row.owner());
    }

    @Test
    @Order(7)
    void nothingThatStrangersTriedHasChangedTheOwnersJob() {
        assertThat(state())
                .as("state, artifacts and deletion of the owner's job")
                .isEqualTo(before);
    }

    @TestFactory
    @Order(8)
    Stream<DynamicTest> theOwnerMay() {
        return ROWS.stream()
                .filter(row -> row.kind() == Row.Kind.OWN || row.kind() == Row.Kind.NAMED)
                .map(row -> test(row, Visit.OWNER, () -> may(row)));
    }

    private void may(Row row) {
        Response answer = send(row, Visit.OWNER, owners);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(row.owner());
        assertThat(answer.header("RateLimit")).startsWith("\"principal\";r=");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"principal\";q=2000;w=2");
    }

    @Test
    @Order(9)
    void noLogHoldsAnythingOfAToken() throws IOException {
        try (Stream<Path> logs = Files.list(doors.plant().logs())) {
            for (Path log : logs.toList()) {
                String text = Files.readString(log);
                for (String token : Visit.TOKENS) {
                    String[] parts = token.split("\\.");
                    assertThat(text.contains(parts[1]))
                            .as(log.getFileName() + " holds the claims of a token")
                            .isFalse();
                }
            }
        }
    }

    @Test
    @Order(10)
    void whileTheIssuerCannotBeReachedNobodyCanBeKnown() throws IOException {
        ServiceProcess alone =
                doors.plant()
                        .startAnother(Service.INGEST, Map.of("AUTH_ISSUER", "http://127.0.0.1:9"));

        Response answer =
                given().baseUri(alone.address().toString())
                        .headers(Visit.OWNER.headers(doors.issuer(), otherIssuer))
                        .get("/v1/job-status/" + owners.jobId());

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(code(answer)).isEqualTo("UNAVAILABLE");
    }

    private static DynamicTest test(Row row, Visit visit, Runnable claim) {
        return dynamicTest(row + " as " + visit, claim::run);
    }

    private Response status() {
        return as(Visit.OWNER).get("/v1/job-status/" + owners.jobId());
    }

    /** What no message about the job, still under way, changes. */
    private List<Object> state() {
        Response status = status();
        return Stream.of("status", "artifacts.name", "artifacts.sha256", "deletion")
                .map(status::<Object>path)
                .toList();
    }

    private RequestSpecification as(Visit visit) {
        return given().baseUri(doors.api().toString())
                .headers(visit.headers(doors.issuer(), otherIssuer));
    }

    private Response send(Row row, Visit visit, Things things) {
        return row.call().apply(to(row, visit.headers(doors.issuer(), otherIssuer)), things);
    }

    private RequestSpecification to(Row row, Map<String, String> headers) {
        URI base = row.route().service().equals("cleanup") ? doors.plant().operator() : doors.api();
        return given().baseUri(base.toString()).redirects().follow(false).headers(headers);
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }

    /** Nothing tells the two answers apart but what says of every answer when and to what it was given. */
    private static void assertSame(Response theirs, Response nobodys) {
        assertThat(nobodys.statusCode()).isEqualTo(theirs.statusCode());
        assertThat(members(theirs)).isEqualTo(members(nobodys));
        assertThat(headers(theirs)).isEqualTo(headers(nobodys));
    }

    private static Map<String, Object> members(Response answer) {
        Map<String, Object> members = new TreeMap<>(JsonPath.from(answer.asString()).getMap("$"));
        members.keySet().removeAll(Set.of("timestamp", "requestId", "instance"));
        return members;
    }

    private static Set<String> headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("Content-Length"))
                .map(
                        header ->
                                Set.of("X-Request-Id", "RateLimit").contains(header.getName())
                                        ? header.getName()
                                        : header.toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

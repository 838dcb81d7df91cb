package io.digitalworker.ingest.door;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.local.issuer.IssuerDouble;
import io.digitalworker.runtime.testing.UnreachableCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The door in auth mode {@code jwt}. There is no cloud: whoever is let in finds it unavailable. */
@QuarkusTest
@WithTestResource(UnreachableCloudResource.class)
@WithTestResource(IssuerResource.class)
class JwtModeQuarkusTest {
    private static final String ANY_JOB = "/v1/job-status/abc";

    @TestHTTPResource URL address;
    IssuerDouble issuer;

    @Test
    void whoHasAnAccessTokenIsLetIn() {
        Response answer = bearing(issuer.accessToken("ann").signed()).get(ANY_JOB);

        assertThat(answer.statusCode()).as("past the door, at the ledger").isEqualTo(503);
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"principal\";q=20;w=2");
        assertThat(answer.header("RateLimit")).matches("\"principal\";r=1\\d;t=[01]");
    }

    @Test
    void whoHasNoneIsToldHow() {
        Response answer = given().get(ANY_JOB);

        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"digital-worker\", scope=\"digitalworker:generate\"");
        assertThat(answer.header("RateLimit")).isNull();
    }

    @Test
    void whoseTokenHasExpiredIsToldSo() {
        String expired =
                issuer.accessToken("ann").time("exp", Instant.now().minusSeconds(60)).signed();

        Response answer = bearing(expired).get(ANY_JOB);

        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"", "has expired");
    }

    @Test
    void whoLacksTheScopeIsForbidden() {
        String token = issuer.accessToken("ann").claim("scope", "openid").signed();

        Response answer = bearing(token).get(ANY_JOB);

        assertProblem(answer, ErrorCode.FORBIDDEN);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
    }

    @Test
    void headersOfAGatewayAreNothingHere() {
        given().header("X-Digital-Worker-Caller", "arn:aws:iam::123456789012:user/ann")
                .header("X-Digital-Worker-Gateway", GatewayResource.SECRET)
                .get(ANY_JOB)
                .then()
                .statusCode(401);
    }

    @Test
    void whatTheApiSaysOfItselfIsOpen() {
        given().get("/v1/health").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "/v1/nowhere",
                "//v1/job-status/abc",
                "/v1//job-status/abc",
                "/V1/job-status/abc",
                "/%76%31/job-status/abc",
                "/x/../v1/job-status/abc",
                "/v1/health/../job-status/abc",
                "/v1/health/%2e%2e/job-status/abc",
                "/v1;x=y/job-status/abc",
                "/v1/job-status;x/abc"
            })
    void noWayOfWritingAPathLeadsAroundTheDoor(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);

        assertThat(answer.statusCode()).as(path + " without token").isEqualTo(401);
    }

    @Test
    void settingsTellThePageHowToSignIn() {
        given().get("/settings.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache")
                .body("auth.mode", equalTo("jwt"))
                .body("auth.issuer", equalTo(issuer.issuer()))
                .body("auth.clientId", equalTo(IssuerDouble.CLIENT))
                .body("auth.scope", equalTo("openid digitalworker:generate"))
                .body("auth.endpoints", nullValue())
                .body("limits.archiveBytes", equalTo(50 * 1024 * 1024))
                .body("objectOrigin", equalTo("http://127.0.0.1:9"));
    }

    @Test
    void aStrangersBodyIsNotRead() throws IOException {
        String answer = Wire.announceLargeBody(address, "/v1/generate-spec", "");

        assertThat(answer)
                .startsWith("HTTP/1.1 401")
                .containsIgnoringCase("connection: close")
                .contains("\"code\":\"UNAUTHENTICATED\"");
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeAgainAndNothingIsRead() throws IOException {
        String token = issuer.accessToken("eager").signed();
        Response refused = untilRefused(token);

        assertProblem(refused, ErrorCode.RATE_LIMITED);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit")).startsWith("\"principal\";r=0;t=");
        assertThat(Wire.announceLargeBody(address, "/v1/generate-spec", header(token)))
                .startsWith("HTTP/1.1 429");
        bearing(issuer.accessToken("patient").signed()).get(ANY_JOB).then().statusCode(503);
    }

    /** More requests at once than a burst allows, since some tokens come back meanwhile. */
    private Response untilRefused(String token) {
        List<Integer> seen = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            Response answer = bearing(token).get("/v1/nowhere");
            if (answer.statusCode() == 429) {
                return answer;
            }
            seen.add(answer.statusCode());
        }
        throw new AssertionError("400 requests in a row were all let in: " + seen);
    }

    private static String header(String token) {
        return "Authorization: Bearer " + token + "\r\n";
    }

    @Test
    void aConfiguredPageMayAskWhatItMayDo() {
        Response preflight =
                given().header("Origin", IssuerResource.PAGES)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .options("/v1/generate-spec");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(IssuerResource.PAGES);
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("POST", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .contains("Authorization", "Idempotency-Key", "Last-Event-ID");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(preflight.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void aConfiguredPageMayReadAnswersAndRefusals() {
        Response answer = given().header("Origin", IssuerResource.PAGES).get(ANY_JOB);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(IssuerResource.PAGES);
        assertThat(answer.header("Access-Control-Expose-Headers"))
                .contains("Location", "Retry-After", "ETag", "X-Request-Id", "RateLimit");
    }

    @Test
    void otherPagesMayNot() {
        Response preflight =
                given().header("Origin", "https://evil.example")
                        .header("Access-Control-Request-Method", "POST")
                        .options("/v1/generate-spec");
        Response answer =
                bearing(issuer.accessToken("ann").signed())
                        .header("Origin", "https://evil.example")
                        .get(ANY_JOB);

        assertProblem(preflight, ErrorCode.FORBIDDEN);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Vary")).isEqualTo("Origin");
    }

    private static io.restassured.specification.RequestSpecification bearing(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static void assertProblem(Response answer, ErrorCode code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(code.httpStatus());
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code.name());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}

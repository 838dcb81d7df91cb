package io.digitalworker.ingest.door;

import io.digitalworker.runtime.testing.UnreachableCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** The door in auth mode {@code gateway}. There is no cloud: whoever is let in finds it unavailable. */
@QuarkusTest
@WithTestResource(UnreachableCloudResource.class)
@WithTestResource(GatewayResource.class)
class GatewayModeQuarkusTest {
    private static final String ANY_JOB = "/v1/job-status/abc";
    private static final String CALLER = "X-Digital-Worker-Caller";
    private static final String PROOF = "X-Digital-Worker-Gateway";
    private static final String ROLE = "arn:aws:sts::123456789012:assumed-role/Builder/s1";

    @TestHTTPResource URL address;

    @Test
    void whomTheGatewayNamesIsLetIn() {
        Response answer =
                given().header(CALLER, ROLE).header(PROOF, GatewayResource.SECRET).get(ANY_JOB);

        assertThat(answer.statusCode()).as("past the door, at the ledger").isEqualTo(503);
        assertThat(answer.header("RateLimit")).startsWith("\"principal\";r=");
    }

    @Test
    void sessionsOfOneRoleShareItsRate() {
        List<Long> left = IntStream.range(0, 12).mapToObj(i -> remaining("session-" + i)).toList();

        // some come back meanwhile, but not all of twelve: a session of its own would have 19 left
        assertThat(left).as("left after each session's request").anyMatch(r -> r < 19);
    }

    private static long remaining(String session) {
        String header =
                given().header(CALLER, "arn:aws:sts::123456789012:assumed-role/Shared/" + session)
                        .header(PROOF, GatewayResource.SECRET)
                        .get("/v1/nowhere")
                        .header("RateLimit");
        return Long.parseLong(header.replaceAll(".*r=(\\d+).*", "$1"));
    }

    @Test
    void theHeaderAloneIsNotBelieved() throws IOException {
        Response answer = given().header(CALLER, ROLE).get(ANY_JOB);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("AWS4-HMAC-SHA256");
        assertThat(
                        Wire.announceLargeBody(
                                address, "/v1/generate-spec", CALLER + ": " + ROLE + "\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void whoIsNeitherRoleNorUserIsForbidden() {
        given().header(CALLER, "arn:aws:iam::123456789012:root")
                .header(PROOF, GatewayResource.SECRET)
                .get(ANY_JOB)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    void settingsNameTheModeAlone() {
        given().get("/settings.json")
                .then()
                .statusCode(200)
                .body("auth.mode", equalTo("gateway"))
                .body("auth.issuer", nullValue());
    }
}

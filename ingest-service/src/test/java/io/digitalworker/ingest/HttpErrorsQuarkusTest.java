package io.digitalworker.ingest;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.runtime.testing.UnreachableCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

/** Errors that need no cloud, and those of a cloud that is not there. */
@QuarkusTest
@WithTestResource(UnreachableCloudResource.class)
class HttpErrorsQuarkusTest {
    @TestHTTPResource URL address;

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, NOT_FOUND",
        "GET, /v1/nowhere, NOT_FOUND",
        "GET, /q/nowhere, NOT_FOUND",
        "GET, /v1/job-status, NOT_FOUND",
        "DELETE, /v1/generate-spec, METHOD_NOT_ALLOWED",
        "POST, /v1/health, METHOD_NOT_ALLOWED",
    })
    void whatNoResourceAnswersHasTheOneBody(String method, String path, ErrorCode code) {
        assertProblem(given().request(method, path), path, code);
    }

    @Test
    void formThatCannotBeGivenIsRefused() {
        assertProblem(
                given().accept("image/png").get("/v1/health"),
                "/v1/health",
                ErrorCode.NOT_ACCEPTABLE);
    }

    @Test
    void ledgerOutOfReachIsUnavailable() {
        Response answer = given().get("/v1/job-status/abc");

        assertProblem(answer, "/v1/job-status/abc", ErrorCode.UNAVAILABLE);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void storeOutOfReachIsUnavailable() {
        Response answer =
                given().multiPart("archive", "a.zip", SampleArchives.sound())
                        .multiPart(
                                "descriptor",
                                "{\"moduleName\": \"M\", \"version\": \"1\", \"features\":"
                                        + " [{\"id\": \"F\", \"description\": \"d\"}]}")
                        .post("/v1/generate-spec");

        assertProblem(answer, "/v1/generate-spec", ErrorCode.UNAVAILABLE);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void processLivesWithoutCloudButIsNotReady() {
        given().get("/v1/health").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(503);
    }

    @Test
    void callersOwnIdIsKeptIfHarmless() {
        given().header("X-Request-Id", "mine-1.0_x")
                .get("/nowhere")
                .then()
                .header("X-Request-Id", equalTo("mine-1.0_x"))
                .body("requestId", equalTo("mine-1.0_x"));
        given().header("X-Request-Id", "<script>")
                .get("/v1/health")
                .then()
                .header("X-Request-Id", not("<script>"));
    }

    @Test
    void hugeBodyIsRefusedBeforeItIsRead() throws IOException {
        String answer =
                send(
                        "POST /v1/generate-spec HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: 9000000000\r\n\r\n--b");

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "\"code\":\"BODY_TOO_LARGE\"");
    }

    private String send(String request) throws IOException {
        InetAddress host = InetAddress.getByName(address.getHost());
        try (Socket socket = new Socket(host, address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(Response answer, String path, ErrorCode code) {
        answer.then()
                .statusCode(code.httpStatus())
                .contentType("application/problem+json")
                .header("X-Content-Type-Options", "nosniff")
                .body("code", equalTo(code.name()))
                .body("title", equalTo(code.title()))
                .body("status", equalTo(code.httpStatus()))
                .body("detail", equalTo(code.remedy()))
                .body("message", equalTo(code.message()))
                .body("instance", equalTo(path))
                .body("details", hasSize(0))
                .body("timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("requestId", equalTo(answer.header("X-Request-Id")));
    }
}

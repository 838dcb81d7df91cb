package io.digitalworker.ingest.page;

import io.digitalworker.runtime.testing.UnreachableCloudResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What browsers are told about the page and about answers of the API. */
@QuarkusTest
@WithTestResource(UnreachableCloudResource.class)
class PageHeadersQuarkusTest {
    @Test
    void thePageMayRunItsOwnScriptsAndReachTheObjectStore() {
        String store = given().get("/settings.json").path("objectOrigin");
        Response page = given().get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("connect-src 'self' " + store + ";")
                .contains("frame-ancestors 'none'; base-uri 'none'; form-action 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
    }

    @Test
    void aFileIsAskedForAnewAndNotSentAgain() {
        Response script = given().get("/app/main.js");
        assertThat(script.header("Content-Type")).contains("javascript");
        assertThat(script.headers().getValues("Cache-Control")).containsExactly("no-cache");
        String modified = script.header("Last-Modified");
        assertThat(given().header("If-Modified-Since", modified).get("/app/main.js").statusCode())
                .isEqualTo(304);
    }

    @Test
    void nothingInAnAnswerOfTheApiIsEverToRun() {
        assertThat(given().get("/v1/health").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    }
}

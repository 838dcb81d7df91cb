package io.digitalworker.local.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in as a page does: code with PKCE (the verifier and challenge of RFC 7636, appendix B). */
class SignInTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BACK = "http://127.0.0.1:8080/";

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private IssuerDouble issuer;

    @BeforeEach
    void start() throws IOException {
        issuer = IssuerDouble.start();
    }

    @AfterEach
    void end() {
        issuer.close();
    }

    @Test
    void aPageGetsTokensOfWhoeverSignsIn() throws Exception {
        assertThat(get(authorize(CHALLENGE)).body()).contains("<form method=\"post\">");

        JsonNode tokens = redeem(signIn("ann"), VERIFIER);

        assertThat(claims(tokens.get("access_token")).get("sub").asText()).isEqualTo("ann");
        assertThat(claims(tokens.get("access_token")).get("scope").asText())
                .isEqualTo("openid digitalworker:generate");
        assertThat(claims(tokens.get("id_token")).get("nonce").asText()).isEqualTo("n1");
        assertThat(tokens.get("expires_in").asInt()).isEqualTo(600);
    }

    @Test
    void aCodeServesOnceAndOnlyWhoeverAskedForIt() throws Exception {
        String code = signIn("ann");
        assertThat(redeem(code, "another-verifier").get("error").asText())
                .isEqualTo("invalid_grant");
        assertThat(redeem(code, VERIFIER).get("error").asText())
                .as("it was used up by the wrong one")
                .isEqualTo("invalid_grant");
    }

    @Test
    void aRefreshTokenServesOnce() throws Exception {
        String refresh = redeem(signIn("ann"), VERIFIER).get("refresh_token").asText();

        assertThat(refresh(refresh).has("access_token")).isTrue();
        assertThat(refresh(refresh).get("error").asText()).isEqualTo("invalid_grant");
        assertThat(issuer.refreshed()).isEqualTo(1);
    }

    @Test
    void whoHasSignedInIsNotAskedAgainUntilTheSessionEnds() throws Exception {
        signIn("ann");
        assertThat(get(authorize(CHALLENGE)).statusCode()).isEqualTo(302);

        HttpResponse<String> left = get("/logout?post_logout_redirect_uri=" + Fields.encode(BACK));

        assertThat(left.headers().firstValue("Location")).contains(BACK);
        assertThat(get(authorize(CHALLENGE)).statusCode()).as("asked again").isEqualTo(200);
    }

    @Test
    void whoAsksWithoutPkceOrForElsewhereGetsNothing() throws Exception {
        assertThat(get(authorize("short")).statusCode()).isEqualTo(400);
        String elsewhere = authorize(CHALLENGE).replace("127.0.0.1%3A8080", "evil.example");
        assertThat(get(elsewhere).statusCode()).isEqualTo(400);
    }

    private static String authorize(String challenge) {
        return "/authorize?response_type=code&client_id=web-page&state=s&nonce=n1"
                + "&code_challenge_method=S256&code_challenge="
                + challenge
                + "&redirect_uri="
                + Fields.encode(BACK)
                + "&scope="
                + Fields.encode("openid " + IssuerDouble.SCOPE);
    }

    private String signIn(String name) throws Exception {
        HttpResponse<String> back = post(authorize(CHALLENGE), "username=" + name);
        String location = back.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(BACK + "?code=").endsWith("&state=s");
        return location.replaceAll(".*code=([^&]+).*", "$1");
    }

    private JsonNode redeem(String code, String verifier) throws Exception {
        return JSON.readTree(
                post(
                                "/token",
                                "grant_type=authorization_code&client_id=web-page&code="
                                        + code
                                        + "&code_verifier="
                                        + verifier
                                        + "&redirect_uri="
                                        + Fields.encode(BACK))
                        .body());
    }

    private JsonNode refresh(String token) throws Exception {
        return JSON.readTree(
                post("/token", "grant_type=refresh_token&client_id=web-page&refresh_token=" + token)
                        .body());
    }

    private static JsonNode claims(JsonNode token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.asText().split("\\.")[1]));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(issuer.issuer() + path)));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(issuer.issuer() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

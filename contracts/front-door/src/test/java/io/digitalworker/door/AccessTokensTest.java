package io.digitalworker.door;

import io.digitalworker.api.ErrorCode;
import io.digitalworker.local.issuer.IssuerDouble;
import io.digitalworker.local.issuer.Token;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every kind of token, sound and not, against keys that are asked for over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokensTest {
    private static final String SUBJECT = "5c1e5b6c-7d0a-4d1a-9f3f-0b1f4a0e4a11";

    private IssuerDouble issuer;
    private IssuerDouble otherIssuer;
    private AccessTokens tokens;

    @BeforeAll
    void start() throws IOException {
        issuer = IssuerDouble.start();
        otherIssuer = IssuerDouble.start();
        tokens = new AccessTokens(JwtSettings.of(issuer.issuer()), Clock.systemUTC());
    }

    @AfterAll
    void end() {
        issuer.close();
        otherIssuer.close();
    }

    private Token sound() {
        return issuer.accessToken(SUBJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void letsInWhoHasAnAccessToken(String algorithm) {
        assertThat(ask(sound().algorithm(algorithm).signed()))
                .as("a sound token signed with " + algorithm)
                .isEqualTo(new Answer.Welcome(new Visitor(issuer.issuer() + " " + SUBJECT)));
    }

    @TestFactory
    Stream<DynamicTest> letsInSoundTokensOfEveryForm() {
        Instant now = Instant.now();
        return Stream.of(
                welcome("typ at+jwt (RFC 9068)", sound().head("typ", "at+jwt")),
                welcome("without kid", sound().head("kid", null)),
                welcome(
                        "scope as a resource server of Cognito writes it",
                        scope("digitalworker/generate")),
                welcome("one scope of many", scope("a openid digitalworker:generate b")),
                welcome(
                        "scp as a list",
                        scope(null).claim("scp", List.of("x", IssuerDouble.SCOPE))),
                welcome("ended within the leeway", sound().time("exp", now.minusSeconds(10))),
                welcome("begins within the leeway", sound().time("nbf", now.plusSeconds(10))),
                welcome(
                        "generic: azp, no token_use",
                        sound().claim("token_use", null)
                                .claim("client_id", null)
                                .claim("azp", IssuerDouble.CLIENT)));
    }

    private Token scope(String scope) {
        return sound().claim("scope", scope);
    }

    private DynamicTest welcome(String what, Token token) {
        return dynamicTest(
                what, () -> assertThat(ask(token.signed())).isInstanceOf(Answer.Welcome.class));
    }

    @TestFactory
    Stream<DynamicTest> refusesWhoeverHasNone() {
        Instant now = Instant.now();
        return Stream.of(
                refused("expired", sound().time("exp", now.minus(Duration.ofMinutes(1)))),
                refused("without end", sound().claim("exp", null)),
                refused("not yet valid", sound().time("nbf", now.plus(Duration.ofMinutes(1)))),
                refused("ID token of Cognito", issuer.idToken(SUBJECT)),
                refused(
                        "ID token with the client as authorized party",
                        issuer.idToken(SUBJECT)
                                .claim("token_use", null)
                                .claim("azp", IssuerDouble.CLIENT)
                                .claim("scope", IssuerDouble.SCOPE)
                                .claim("nonce", "n")),
                refused(
                        "neither said to be an access token nor with a scope",
                        sound().claim("token_use", null).claim("scope", null)),
                refused("other issuer's claim", sound().claim("iss", otherIssuer.issuer())),
                refused("issuer with a slash more", sound().claim("iss", issuer.issuer() + "/")),
                refused("without issuer", sound().claim("iss", null)),
                refused("of another client", sound().claim("client_id", "somebody-else")),
                refused("of no client", sound().claim("client_id", null)),
                refused("without subject", sound().claim("sub", null)),
                refused("subject with a line break", sound().claim("sub", "a\nb")),
                refused("subject too long", sound().claim("sub", "a".repeat(256))),
                refused("scope as a number", sound().claim("scope", 7)),
                refused("a logout token", sound().head("typ", "logout+jwt")),
                refused("critical extension", sound().head("crit", List.of("exp"))),
                refused("of another issuer", otherIssuer.accessToken(SUBJECT)),
                refused(
                        "signed by another issuer in this one's name",
                        otherIssuer
                                .accessToken(SUBJECT)
                                .claim("iss", issuer.issuer())
                                .head("kid", "rsa-0")),
                refused("alg none", sound().algorithm("none")),
                refused(
                        "key sent along",
                        otherIssuer
                                .accessToken(SUBJECT)
                                .claim("iss", issuer.issuer())
                                .head("jku", otherIssuer.issuer() + "/keys")));
    }

    private DynamicTest refused(String what, Token token) {
        return dynamicTest(what, () -> assertInvalid(ask(token.signed())));
    }

    @Test
    void refusesTheRightClaimsSignedWithAPublicKeyAsSecret() {
        Token forged = sound().head("alg", "HS256");
        assertInvalid(ask(forged.signedWith("rsa-0".repeat(10).getBytes(UTF_8))));
    }

    @Test
    void refusesAnotherBodyUnderATrueSignature() {
        String[] mine = sound().signed().split("\\.");
        String[] theirs = issuer.accessToken("somebody-else").signed().split("\\.");
        assertInvalid(ask(mine[0] + "." + theirs[1] + "." + mine[2]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "....", "e30.e30.", "\u00e9.\u00e9.\u00e9"})
    void refusesWhatIsNoToken(String token) {
        assertInvalid(ask(token));
    }

    @Test
    void asksWhoSendsNothingForABearerToken() {
        for (RequestHead head :
                List.of(
                        Heads.with(),
                        Heads.with("Authorization", "Basic dXNlcjpwYXNz"),
                        Heads.with(
                                "Authorization", "Bearer " + sound().signed(),
                                "Authorization", "Bearer " + sound().signed()))) {
            assertThat(tokens.ask(head))
                    .isEqualTo(
                            new Answer.Refused(
                                    ErrorCode.UNAUTHENTICATED,
                                    "Bearer realm=\"digital-worker\","
                                            + " scope=\"digitalworker:generate\""));
        }
    }

    @Test
    void whoLacksTheScopeIsKnownButMayNot() {
        for (String scope : List.of("openid", "digitalworker:generated", "")) {
            Answer.Refused refused = (Answer.Refused) ask(scope(scope).signed());

            assertThat(refused.code()).as("scope '" + scope + "'").isEqualTo(ErrorCode.FORBIDDEN);
            assertThat(refused.challenge())
                    .contains("error=\"insufficient_scope\"", "scope=\"digitalworker:generate\"");
        }
    }

    @Test
    void anAudienceIsAskedForWhereItIsConfigured() {
        AccessTokens generic =
                new AccessTokens(
                        JwtSettings.of(issuer.issuer()).withAudience("https://api.example.org"),
                        Clock.systemUTC());
        Token token = sound().claim("token_use", null);

        Answer right =
                generic.ask(
                        Heads.bearing(
                                token.claim("aud", List.of("x", "https://api.example.org"))
                                        .signed()));
        Answer wrong = generic.ask(Heads.bearing(token.claim("aud", "x").signed()));
        Answer none = generic.ask(Heads.bearing(token.claim("aud", null).signed()));

        assertThat(right).isInstanceOf(Answer.Welcome.class);
        assertInvalid(wrong);
        assertInvalid(none);
    }

    @Test
    void subjectsCannotLookLikeOtherKeysOfTheLedger() {
        Answer.Welcome welcome = (Answer.Welcome) ask(issuer.accessToken("a#b%23").signed());
        assertThat(welcome.visitor().principal()).endsWith(" a%23b%2523").doesNotContain("#");
    }

    private Answer ask(String token) {
        return tokens.ask(Heads.bearing(token));
    }

    private static void assertInvalid(Answer answer) {
        assertThat(answer).as("a token that is not sound").isInstanceOf(Answer.Refused.class);
        Answer.Refused refused = (Answer.Refused) answer;
        assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(refused.challenge())
                .startsWith("Bearer realm=\"digital-worker\", error=\"invalid_token\"");
    }
}

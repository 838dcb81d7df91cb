package io.digitalworker.door;

import com.nimbusds.jose.jwk.JWKSet;
import io.digitalworker.api.ErrorCode;
import io.digitalworker.local.issuer.IssuerDouble;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An issuer that changes its keys, and one that cannot be reached. */
class IssuerKeysTest {
    private final MovableClock clock = new MovableClock(Instant.now());
    private IssuerDouble issuer;
    private AccessTokens tokens;

    @BeforeEach
    void start() throws IOException {
        issuer = IssuerDouble.start();
        tokens = new AccessTokens(JwtSettings.of(issuer.issuer()), clock);
    }

    @AfterEach
    void end() {
        issuer.close();
    }

    @Test
    void asksForKeysOnceAndNotForEachToken() {
        for (int i = 0; i < 20; i++) {
            assertWelcome(token());
        }
        assertThat(issuer.keysAsked()).as("times that the issuer was asked").isEqualTo(1);
    }

    @Test
    void takesTokensOfNewKeysAsSoonAsTheyAreSeen() {
        assertWelcome(token());
        issuer.rotateKeys();
        clock.pass(IssuerKeys.PAUSE);

        assertWelcome(token());
    }

    @Test
    void forgetsKeysThatWereWithdrawn() {
        String old = token();
        assertWelcome(old);
        issuer.rotateKeys();
        clock.pass(IssuerKeys.FRESH.plusSeconds(1));

        assertThat(code(old)).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertWelcome(token());
    }

    @Test
    void strangersCannotMakeItAskTheIssuerAgainAndAgain() {
        assertWelcome(token());
        for (int i = 0; i < 50; i++) {
            String forged = issuer.accessToken("x").head("kid", "forged-" + i).signed();
            assertThat(code(forged)).isEqualTo(ErrorCode.UNAUTHENTICATED);
        }
        assertThat(issuer.keysAsked()).as("times that the issuer was asked").isEqualTo(1);
    }

    @Test
    void nobodyCanBeKnownWhileTheIssuerWasNeverReached() {
        String token = token();
        issuer.close();

        assertThat(code(token)).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(code(token))
                .as("at once, without asking again")
                .isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void comesBackAsTheIssuerDoes() throws IOException {
        int port = URI.create(issuer.issuer()).getPort();
        issuer.close();
        assertThat(code("a.b.c")).as("no token at all").isEqualTo(ErrorCode.UNAUTHENTICATED);
        issuer = IssuerDouble.start(port);

        assertWelcome(token());
    }

    @Test
    void keysServeForAnHourWhileTheIssuerCannotBeReached() {
        assertWelcome(token());
        String token = token();
        issuer.close();

        clock.pass(IssuerKeys.FRESH.plusSeconds(1));
        assertThat(code(token)).as("after ten minutes").isNull();
        clock.pass(IssuerKeys.KEPT);
        assertThat(code(token)).as("after an hour").isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void whoHasAKeyThatServesDoesNotWaitForASlowIssuer() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        JWKSet keys = JWKSet.load(URI.create(issuer.issuer() + "/keys").toURL());
        IssuerKeys slow =
                new IssuerKeys(
                        () -> {
                            asked.countDown();
                            return asked.getCount() == 1 ? keys : later(answer, keys);
                        },
                        clock);
        AccessTokens impatient = new AccessTokens(rules(), slow);
        impatient.ask(Heads.bearing(token()));
        clock.pass(IssuerKeys.FRESH.plusSeconds(1));

        CompletableFuture<Answer> asking =
                CompletableFuture.supplyAsync(() -> impatient.ask(Heads.bearing(token())));
        assertThat(asked.await(10, TimeUnit.SECONDS)).as("the issuer was asked again").isTrue();
        Answer meanwhile = impatient.ask(Heads.bearing(token()));
        boolean stillAsking = !asking.isDone();
        answer.countDown();

        assertThat(meanwhile).isInstanceOf(Answer.Welcome.class);
        assertThat(stillAsking).as("the issuer had not answered").isTrue();
        assertThat(asking.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Welcome.class);
    }

    private TokenRules rules() {
        return new TokenRules(JwtSettings.of(issuer.issuer()), clock);
    }

    private static JWKSet later(CountDownLatch when, JWKSet keys) throws IOException {
        try {
            when.await();
            return keys;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aDiscoveryDocumentOfSomebodyElseIsNotBelieved() throws IOException {
        try (IssuerDouble other = IssuerDouble.start()) {
            String inOthersPath = other.issuer() + "/";
            AccessTokens misled = new AccessTokens(JwtSettings.of(inOthersPath), clock);
            String token = other.accessToken("x").claim("iss", inOthersPath).signed();

            assertThat(((Answer.Refused) misled.ask(Heads.bearing(token))).code())
                    .isEqualTo(ErrorCode.UNAVAILABLE);
        }
    }

    private String token() {
        return issuer.accessToken("somebody")
                .time("exp", clock.instant().plus(Duration.ofHours(5)))
                .signed();
    }

    private void assertWelcome(String token) {
        assertThat(tokens.ask(Heads.bearing(token))).isInstanceOf(Answer.Welcome.class);
    }

    private ErrorCode code(String token) {
        Answer answer = tokens.ask(Heads.bearing(token));
        return answer instanceof Answer.Refused refused ? refused.code() : null;
    }
}

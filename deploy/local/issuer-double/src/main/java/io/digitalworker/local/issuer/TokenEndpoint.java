package io.digitalworker.local.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * {@code POST /token} (RFC 6749): gives tokens for a code, and new ones for a refresh token, which serves
 * once. Pages of any origin may ask.
 */
final class TokenEndpoint {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IssuerDouble issuer;
    private final SignIn signIn;
    private final Map<String, Grant> refreshable = new ConcurrentHashMap<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile Duration life = IssuerDouble.LIFE;

    TokenEndpoint(IssuerDouble issuer, SignIn signIn) {
        this.issuer = issuer;
        this.signIn = signIn;
    }

    void accessTokensLive(Duration life) {
        this.life = life;
    }

    int refreshed() {
        return refreshed.get();
    }

    void revokeRefreshTokens() {
        refreshable.clear();
    }

    void token(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "Content-Type");
            answer(exchange, 200, Map.of());
            return;
        }
        Fields asked = Fields.ofForm(exchange);
        Grant grant = grant(asked);
        if (grant == null || !asked.get("client_id").equals(IssuerDouble.CLIENT)) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            answer(exchange, 200, tokens(grant));
        }
    }

    private @Nullable Grant grant(Fields asked) {
        return switch (asked.get("grant_type")) {
            case "authorization_code" -> byCode(asked);
            case "refresh_token" -> byRefreshToken(asked);
            default -> null;
        };
    }

    private @Nullable Grant byCode(Fields asked) {
        Grant grant = signIn.redeem(asked.get("code"));
        boolean proven =
                grant != null
                        && grant.redirectUri().equals(asked.get("redirect_uri"))
                        && grant.challenge().equals(challenge(asked.get("code_verifier")));
        return proven ? grant : null;
    }

    private @Nullable Grant byRefreshToken(Fields asked) {
        Grant grant = refreshable.remove(asked.get("refresh_token"));
        if (grant != null) {
            refreshed.incrementAndGet();
        }
        return grant;
    }

    private static String challenge(String verifier) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return SigningKeys.base64(digest.digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private Map<String, Object> tokens(Grant grant) {
        String refresh = UUID.randomUUID().toString();
        refreshable.put(refresh, grant);
        Token id = issuer.idToken(grant.subject());
        if (!grant.nonce().isEmpty()) {
            id.claim("nonce", grant.nonce());
        }
        Map<String, Object> tokens = new LinkedHashMap<>();
        tokens.put("access_token", accessToken(grant));
        tokens.put("id_token", id.signed());
        tokens.put("refresh_token", refresh);
        tokens.put("token_type", "Bearer");
        tokens.put("expires_in", life.toSeconds());
        tokens.put("scope", grant.scope());
        return tokens;
    }

    private String accessToken(Grant grant) {
        return issuer.accessToken(grant.subject())
                .claim("scope", grant.scope())
                .time("exp", issuer.now().plus(life))
                .signed();
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body)
            throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

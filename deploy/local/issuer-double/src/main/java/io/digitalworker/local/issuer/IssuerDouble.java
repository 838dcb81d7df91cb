package io.digitalworker.local.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID Connect issuer on 127.0.0.1, with keys made at start, that writes access tokens as Cognito
 * does and signs whatever a test makes of them. People sign in at its page with any name (code with PKCE,
 * refresh, end of session); the name becomes the subject.
 */
public final class IssuerDouble implements AutoCloseable {
    /** The one public client. */
    public static final String CLIENT = "web-page";

    public static final String SCOPE = "digitalworker:generate";

    static final Duration LIFE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(IssuerDouble::thread);
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger generations = new AtomicInteger();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private final SignIn signIn = new SignIn();
    private final TokenEndpoint tokens = new TokenEndpoint(this, signIn);
    private volatile SigningKeys keys = SigningKeys.make(generations.getAndIncrement());

    private IssuerDouble(HttpServer server) {
        this.server = server;
    }

    /** On a free port. */
    public static IssuerDouble start() throws IOException {
        return start(0);
    }

    /**
     * @param port 0 for any free one
     */
    public static IssuerDouble start(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        IssuerDouble issuer = new IssuerDouble(server);
        server.setExecutor(issuer.threads);
        server.createContext("/.well-known/openid-configuration", issuer::discovery);
        server.createContext("/keys", issuer::keys);
        server.createContext("/authorize", issuer.signIn::authorize);
        server.createContext("/token", issuer.tokens::token);
        server.createContext("/logout", issuer.signIn::logout);
        server.start();
        return issuer;
    }

    /** As in {@code iss}, and where discovery begins. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A sound access token, as Cognito writes them, to be signed or spoilt. */
    public Token accessToken(String subject) {
        return common(subject)
                .claim("token_use", "access")
                .claim("client_id", CLIENT)
                .claim("scope", "openid " + SCOPE);
    }

    /** An ID token of the same person, as Cognito writes them. */
    public Token idToken(String subject) {
        return common(subject)
                .claim("token_use", "id")
                .claim("aud", CLIENT)
                .claim("email", subject + "@example.org");
    }

    private Token common(String subject) {
        Instant now = clock.instant();
        return new Token(keys)
                .claim("iss", issuer())
                .claim("sub", subject)
                .claim("jti", UUID.randomUUID().toString())
                .time("iat", now)
                .time("exp", now.plus(LIFE));
    }

    /** Makes and publishes new keys; what the old ones signed is not of this issuer any more. */
    public void rotateKeys() {
        keys = SigningKeys.make(generations.getAndIncrement());
    }

    /** From now on, access tokens of people who sign in or refresh live so long: in whole seconds. */
    public void accessTokensLive(Duration life) {
        tokens.accessTokensLive(life);
    }

    /** How often a refresh token was used. */
    public int refreshed() {
        return tokens.refreshed();
    }

    /** Whoever has signed in must do so again when the access token ends. */
    public void revokeRefreshTokens() {
        tokens.revokeRefreshTokens();
    }

    Instant now() {
        return clock.instant();
    }

    /** How often the keys were asked for. */
    public int keysAsked() {
        return keysAsked.get();
    }

    private void discovery(HttpExchange exchange) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("jwks_uri", issuer() + "/keys");
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("end_session_endpoint", issuer() + "/logout");
        document.put("response_types_supported", List.of("code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        answer(exchange, document);
    }

    private void keys(HttpExchange exchange) throws IOException {
        keysAsked.incrementAndGet();
        answer(exchange, keys.published());
    }

    private static void answer(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "issuer-double");
        thread.setDaemon(true);
        return thread;
    }

    /** Nobody answers at its address any more. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

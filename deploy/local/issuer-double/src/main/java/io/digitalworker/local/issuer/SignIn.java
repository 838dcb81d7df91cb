package io.digitalworker.local.issuer;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The pages of the issuer: {@code /authorize} asks for a name (no password) and sends the browser back
 * with a code; whoever has signed in is not asked again until {@code /logout}. For the one public client
 * with PKCE, and for pages on loopback.
 */
final class SignIn {
    private static final Pattern SESSION = Pattern.compile("(?:^|; )issuer-session=([^;]+)");
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(localhost|127\\.0\\.0\\.1)(:\\d+)?(/.*)?");

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /** {@code GET} shows the page, {@code POST} of its form signs in. */
    void authorize(HttpExchange exchange) throws IOException {
        Fields asked = Fields.ofQuery(exchange);
        String fault = fault(asked);
        if (!fault.isEmpty()) {
            html(exchange, 400, "<p>" + fault + "</p>");
        } else if (exchange.getRequestMethod().equals("POST")) {
            String name = Fields.ofForm(exchange).get("username");
            keepSession(exchange, Fields.encode(name), "");
            sendBack(exchange, asked, Fields.encode(name));
        } else if (session(exchange).isEmpty()) {
            html(exchange, 200, page());
        } else {
            sendBack(exchange, asked, session(exchange));
        }
    }

    private static String fault(Fields asked) {
        if (!asked.get("client_id").equals(IssuerDouble.CLIENT)) {
            return "unknown client_id";
        }
        if (!LOOPBACK.matcher(asked.get("redirect_uri")).matches()) {
            return "redirect_uri must be on loopback";
        }
        if (!asked.get("response_type").equals("code")) {
            return "response_type must be code";
        }
        boolean pkce =
                asked.get("code_challenge_method").equals("S256")
                        && asked.get("code_challenge").length() == 43;
        return pkce ? "" : "a code_challenge with method S256 is needed";
    }

    private static String page() {
        return "<form method=\"post\"><label>Name <input name=\"username\" required autofocus>"
                + "</label> <button>Sign in</button></form>";
    }

    private void sendBack(HttpExchange exchange, Fields asked, String subject) throws IOException {
        String code = UUID.randomUUID().toString();
        grants.put(
                code,
                new Grant(
                        subject,
                        asked.get("redirect_uri"),
                        asked.get("scope"),
                        asked.get("code_challenge"),
                        asked.get("nonce")));
        String separator = asked.get("redirect_uri").contains("?") ? "&" : "?";
        redirect(
                exchange,
                asked.get("redirect_uri")
                        + separator
                        + "code="
                        + code
                        + "&state="
                        + Fields.encode(asked.get("state")));
    }

    /** What a code stands for, once. Null where it stands for nothing. */
    @Nullable Grant redeem(String code) {
        return grants.remove(code);
    }

    /** Ends the session, and sends the browser to where the page wants it, if that is on loopback. */
    void logout(HttpExchange exchange) throws IOException {
        Fields asked = Fields.ofQuery(exchange);
        String oidc = asked.get("post_logout_redirect_uri");
        String target = oidc.isEmpty() ? asked.get("logout_uri") : oidc; // Cognito has its own name
        keepSession(exchange, "", "; Max-Age=0");
        if (LOOPBACK.matcher(target).matches()) {
            redirect(exchange, target);
        } else {
            html(exchange, 200, "<p>You are signed out.</p>");
        }
    }

    private static void keepSession(HttpExchange exchange, String name, String end) {
        exchange.getResponseHeaders()
                .set("Set-Cookie", "issuer-session=" + name + "; Path=/; HttpOnly" + end);
    }

    private static String session(HttpExchange exchange) {
        String cookies = exchange.getRequestHeaders().getFirst("Cookie");
        Matcher session = SESSION.matcher(cookies == null ? "" : cookies);
        return session.find() ? session.group(1) : "";
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", URI.create(target).toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void html(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes =
                ("<!DOCTYPE html><html lang=\"en\"><head><title>Sign in</title></head><body>"
                                + body
                                + "</body></html>")
                        .getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

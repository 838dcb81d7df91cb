import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Tells a channel of Slack or Teams how jobs ended: takes the factory's webhooks, believes what is signed, and
 * posts one message each. Put it behind something that speaks TLS, and give its address as {@code
 * callbackUrl}.
 *
 * <p>{@code WEBHOOK_SECRET=whsec_… CHAT_URL=https://hooks.slack.com/… java -cp 'lib/*' ChatForwarder.java PORT
 * slack|teams}
 */
public final class ChatForwarder {
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The last 10,000 ids: webhooks come at least once. */
    private final Set<String> posted =
            Collections.synchronizedSet(
                    Collections.newSetFromMap(
                            new LinkedHashMap<>() {
                                @Override
                                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                                    return size() > 10_000;
                                }
                            }));

    private final Webhook webhook;
    private final URI chat;
    private final boolean teams;

    private ChatForwarder(String secret, URI chat, boolean teams) throws Exception {
        this.webhook = new Webhook(secret);
        this.chat = chat;
        this.teams = teams;
    }

    public static void main(String[] args) throws Exception {
        Map<String, String> environment = System.getenv();
        ChatForwarder forwarder =
                new ChatForwarder(
                        environment.get("WEBHOOK_SECRET"),
                        URI.create(environment.get("CHAT_URL")),
                        args[1].equals("teams"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[0])), 0);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.createContext("/", forwarder::receive);
        server.start();
        System.out.println("listening on " + server.getAddress().getPort());
    }

    private void receive(HttpExchange exchange) throws IOException {
        int status = 400;
        try (exchange) {
            try {
                byte[] body = exchange.getRequestBody().readNBytes(64 * 1024);
                status = take(new String(body, StandardCharsets.UTF_8), exchange);
            } catch (IOException | RuntimeException e) {
                System.out.println("refused: " + e.getClass().getSimpleName());
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** Anything but 2xx has the factory try again, with growing pauses, for twelve hours. */
    private int take(String body, HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        try {
            webhook.verify(body, HttpHeaders.of(headers, (name, value) -> true));
        } catch (WebhookVerificationException e) {
            System.out.println("refused: " + e.getMessage());
            return 401;
        }
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        if (posted.contains(id)) {
            return 200;
        }
        int answer = post(message(json.readTree(body)));
        if (answer / 100 != 2) {
            System.out.println("the chat answered " + answer);
            return 502;
        }
        posted.add(id);
        return 200;
    }

    private String message(JsonNode event) {
        String name = event.path("moduleName").asText();
        String job = event.path("jobId").asText();
        return switch (event.path("type").asText()) {
            case "JobSucceeded" ->
                    "The specification of " + name + " is ready" + gaps(event) + " (job " + job + ")";
            case "JobFailed" ->
                    "The specification of "
                            + name
                            + " failed: "
                            + event.path("message").asText()
                            + " (job "
                            + job
                            + ")";
            default -> event.path("type").asText() + " (job " + job + ")";
        };
    }

    private static String gaps(JsonNode event) {
        int gaps = event.path("gaps").size();
        return gaps == 0 ? "" : gaps == 1 ? ", with one gap" : ", with " + gaps + " gaps";
    }

    private int post(String text) throws IOException {
        ObjectNode body = teams ? card(text) : json.createObjectNode().put("text", escaped(text));
        HttpRequest request =
                HttpRequest.newBuilder(chat)
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Slack takes {@code <…>} for links and mentions of everybody. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As a workflow of Teams, "post to a channel when a webhook request is received", takes it. */
    private ObjectNode card(String text) {
        ObjectNode message = json.createObjectNode().put("type", "message");
        ObjectNode attachment =
                message.putArray("attachments")
                        .addObject()
                        .put("contentType", "application/vnd.microsoft.card.adaptive");
        attachment
                .putObject("content")
                .put("type", "AdaptiveCard")
                .put("version", "1.4")
                .putArray("body")
                .addObject()
                .put("type", "TextBlock")
                .put("wrap", true)
                .put("text", text);
        return message;
    }
}

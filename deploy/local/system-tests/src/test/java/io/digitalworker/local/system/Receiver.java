package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Receives webhooks and SNS messages on loopback, confirms subscriptions, keeps everything. */
final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A webhook as it came. */
    record Webhook(Map<String, String> headers, String body) {
        JsonNode event() {
            return parse(body);
        }
    }

    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Webhook> webhooks = new CopyOnWriteArrayList<>();
    private final List<JsonNode> notifications = new CopyOnWriteArrayList<>();

    Receiver() throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool(Receiver::daemon));
        server.createContext("/webhook", this::webhook);
        server.createContext("/sns", this::sns);
        server.start();
    }

    URI webhookAddress() {
        return address("/webhook");
    }

    URI snsAddress() {
        return address("/sns");
    }

    /** All of them, in the order of their arrival. */
    List<Webhook> webhooks() {
        return List.copyOf(webhooks);
    }

    /** Those about a job, in the order of their arrival. */
    List<Webhook> webhooksOf(String jobId) {
        return webhooks.stream()
                .filter(w -> jobId.equals(w.event().path("jobId").asText()))
                .toList();
    }

    /** SNS messages about a job, whole, in the order of their arrival. */
    List<JsonNode> notificationsOf(String jobId) {
        return notifications.stream()
                .filter(n -> jobId.equals(parse(n.path("Message").asText()).path("jobId").asText()))
                .toList();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void webhook(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        webhooks.add(new Webhook(headers, body(exchange)));
        answer(exchange);
    }

    private void sns(HttpExchange exchange) throws IOException {
        JsonNode message = parse(body(exchange));
        answer(exchange);
        if (message.path("Type").asText().equals("SubscriptionConfirmation")) {
            http.sendAsync(
                    HttpRequest.newBuilder(URI.create(message.get("SubscribeURL").asText()))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        } else {
            notifications.add(message);
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException("not JSON", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.digitalworker.local.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An API on this machine that answers as it was told, and remembers what was asked. The last answer to an
 * address is given again and again.
 */
public final class LoopbackApi implements AutoCloseable {
    /** One request. */
    public record Asked(
            String method, String path, Map<String, List<String>> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Of the name as {@code com.sun.net.httpserver} writes it; empty if it is not there. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }
    }

    /** What is answered; a status of 0 breaks the connection. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> history = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    public LoopbackApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(threads);
        server.createContext("/", this::exchange);
        server.start();
    }

    /** @param request such as {@code GET /v1/jobs?limit=20} */
    public LoopbackApi answers(String request, int status, String body) {
        return answers(request, status, Map.of(), body);
    }

    public LoopbackApi answers(
            String request, int status, Map<String, String> headers, String body) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>())
                .add(new Answer(status, headers, body));
        return this;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Asked> history() {
        return List.copyOf(history);
    }

    /** Requests to that address. */
    public List<Asked> asked(String request) {
        return history.stream()
                .filter(each -> (each.method() + " " + each.path()).equals(request))
                .toList();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            Asked asked =
                    new Asked(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            exchange.getRequestBody().readAllBytes());
            history.add(asked);
            Answer answer = next(asked.method() + " " + asked.path());
            if (answer.status() != 0) {
                answer.headers().forEach(exchange.getResponseHeaders()::add);
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer next(String request) {
        Deque<Answer> told = answers.getOrDefault(request, new ArrayDeque<>());
        synchronized (told) {
            Answer answer = told.size() > 1 ? told.poll() : told.peek();
            return answer == null ? new Answer(404, Map.of(), "") : answer;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** The body of a refusal. */
    public static String problem(int status, String code) {
        return """
        {"type":"t","title":"There is no such job","status":%d,"detail":"d","instance":"/",
         "code":"%s","message":"There is no such job. Check.",
         "details":[{"field":"jobId","message":"is not known"}],
         "timestamp":"2026-03-01T12:00:00Z","requestId":"r-1"}
        """
                .formatted(status, code);
    }

    /** The status of a job. */
    public static String job(String status, int progress, String artifacts) {
        return """
        {"jobId":"j-1","status":"%s","moduleName":"Shop","attempt":1,"stage":"write","progress":%d,
         "stages":[{"name":"open","startedAt":"2026-03-01T12:00:00Z","durationMs":1234}],
         "submittedAt":"2026-03-01T12:00:00Z","endedAt":"2026-03-01T12:00:03Z",
         "artifacts":[%s],"gaps":[],"deliveries":[],"unknown":7,
         "errorCode":"TIMED_OUT","errorMessage":"It took too long. Submit less.",
         "deletion":{"state":"scheduled","at":"2026-03-02T12:00:00Z"}}
        """
                .formatted(status, progress, artifacts);
    }
}

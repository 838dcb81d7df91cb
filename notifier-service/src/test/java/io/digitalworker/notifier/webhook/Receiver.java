package io.digitalworker.notifier.webhook;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A receiver of webhooks on loopback that remembers what came and answers as it is told. */
public final class Receiver implements AutoCloseable {
    /** How a request is answered. */
    public interface Answer {
        void give(HttpExchange request) throws IOException;
    }

    /** A request as it came; header names in lower case. */
    public record Call(String method, String path, Map<String, String> headers, String body) {
        /** Checks the signature as any receiver would, with the official library. */
        public void verify(String secret) throws Exception {
            Map<String, List<String>> lists =
                    headers.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, e -> List.of(e.getValue())));
            new Webhook(secret).verify(body, lists);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    public Receiver(Answer answer) {
        this.answer = answer;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public static Answer status(int status) {
        return request -> request.sendResponseHeaders(status, -1);
    }

    public void answer(Answer next) {
        answer = next;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=b");
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void take(HttpExchange request) throws IOException {
        String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers =
                request.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        e -> e.getKey().toLowerCase(java.util.Locale.ROOT),
                                        e -> e.getValue().get(0)));
        calls.add(
                new Call(
                        request.getRequestMethod(),
                        request.getRequestURI().toString(),
                        headers,
                        body));
        try (request) {
            answer.give(request);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

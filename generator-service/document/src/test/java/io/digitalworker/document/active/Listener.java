package io.digitalworker.document.active;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on loopback that serves what it is given, and remembers whatever else it was asked for. */
final class Listener implements AutoCloseable {
    private record Page(String type, byte[] bytes) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final List<String> others = new CopyOnWriteArrayList<>();

    Listener() {
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

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void serve(String path, String type, byte[] bytes) {
        pages.put(path, new Page(type, bytes));
    }

    /** Paths of ours that were asked for. */
    List<String> served() {
        return List.copyOf(served);
    }

    /** Paths that nobody should have asked for. */
    List<String> others() {
        return List.copyOf(others);
    }

    private void take(HttpExchange request) throws IOException {
        String path = request.getRequestURI().toString();
        Page page = pages.get(path);
        if (page != null) {
            served.add(path);
            request.getResponseHeaders().set("Content-Type", page.type());
            request.sendResponseHeaders(200, page.bytes().length);
            request.getResponseBody().write(page.bytes());
        } else {
            if (!path.equals("/favicon.ico")) {
                others.add(path);
            }
            request.sendResponseHeaders(404, -1);
        }
        request.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package io.digitalworker.local.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Listens on 127.0.0.1 for {@code POST /model/<id>/converse}, in the form of Bedrock's REST protocol
 * (restJson1). At run time it takes scripts: {@code PUT /control/script}, and lets go what it holds: {@code
 * POST /control/release}.
 */
public final class ModelDouble implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CONVERSE = Pattern.compile("/model/([^/]+)/converse");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(ModelDouble::thread);
    private final Answerer answerer;
    private final History history;
    private final Caches caches = new Caches();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CountDownLatch held = new CountDownLatch(1);
    private volatile Plot plot = new Plot(Script.PLAIN);

    private ModelDouble(HttpServer server, Answerer answerer, History history) {
        this.server = server;
        this.answerer = answerer;
        this.history = history;
    }

    /** On a free port, telling the truth. */
    public static ModelDouble start(Path history) throws IOException {
        return start(0, history, new TruthfulAnswerer());
    }

    /**
     * @param port 0 for any free one
     * @param history file of JSON lines, continued if it is there
     */
    public static ModelDouble start(int port, Path history, Answerer answerer) throws IOException {
        InetSocketAddress loopback =
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
        ModelDouble model =
                new ModelDouble(HttpServer.create(loopback, 0), answerer, new History(history));
        model.server.setExecutor(model.threads);
        model.server.createContext("/model/", model::converse);
        model.server.createContext("/control/", model::control);
        model.server.start();
        return model;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it behaves so; what is under way goes on as it was. */
    public void script(Script script) {
        plot = new Plot(script);
    }

    public History history() {
        return history;
    }

    /** Lets all calls go that are held now. */
    public void release() {
        CountDownLatch present = held;
        held = new CountDownLatch(1);
        present.countDown();
    }

    private void converse(HttpExchange exchange) throws IOException {
        Matcher path = CONVERSE.matcher(exchange.getRequestURI().getRawPath());
        if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
            send(exchange, 404, "{}".getBytes(UTF_8));
            return;
        }
        String id = URLDecoder.decode(path.group(1).replace("+", "%2B"), UTF_8);
        Asked asked = Asked.of(id, JSON.readTree(exchange.getRequestBody()));
        Plot present = plot;
        Converse call =
                new Converse(calls.incrementAndGet(), asked, present.script(), caches, history);
        call.answer(exchange, present.next(asked), answerer, this::waits);
    }

    /** Waits so long, or until it is released, or the double ends. */
    private void waits(Converse.Wait wait) throws InterruptedException {
        if (wait.held()) {
            held.await();
        } else {
            boolean ignored = closed.await(wait.millis(), TimeUnit.MILLISECONDS);
        }
    }

    private void control(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (what) {
            case "PUT /control/script" ->
                    script(JSON.readValue(exchange.getRequestBody(), Script.class));
            case "POST /control/release" -> release();
            default -> {
                send(exchange, 404, "{}".getBytes(UTF_8));
                return;
            }
        }
        send(exchange, 200, "{}".getBytes(UTF_8));
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        release();
        server.stop(0);
        threads.shutdownNow();
        history.close();
    }

    private static Thread thread(Runnable call) {
        Thread thread = new Thread(call, "model-double");
        thread.setDaemon(true);
        return thread;
    }
}

package io.digitalworker.local.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.digitalworker.api.Descriptor;
import io.digitalworker.api.FieldError;
import io.digitalworker.local.launcher.installation.Home;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Single scripts of the web page, in a real browser and without any policy that would protect them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageScriptsIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SHOW =
            """
            async payloads => {
              const {sanitised} = await import('/app/document/sanitise.js');
              const kept = [];
              for (const payload of payloads) {
                const host = document.body.appendChild(document.createElement('div'));
                const root = host.attachShadow({mode: 'open'});
                root.append(sanitised(`<main><p>before</p>${payload}<p>after</p></main>`));
                for (const link of root.querySelectorAll('a')) {
                  if (!link.getAttribute('href')?.startsWith('https:')) link.dispatchEvent(new MouseEvent('click', {cancelable: true}));
                }
                root.querySelectorAll('*').forEach(each => {
                  const told = [each.localName, ...[...each.attributes].map(a => `${a.name}=${a.value}`)];
                  kept.push(`${payload} keeps ${told.join(' ')}`);
                });
              }
              await new Promise(done => setTimeout(done, 300));
              return {kept, ran: window.ran ?? 0};
            }
            """;

    private static final String READ =
            """
            async ([text, size]) => {
              const {EventReader} = await import('/app/api/events.js');
              const reader = new EventReader();
              const messages = [];
              for (let i = 0; i < text.length; i += size) {
                messages.push(...reader.take(text.slice(i, i + size)));
              }
              return JSON.stringify([messages, reader.lastId, reader.retry]);
            }
            """;

    private static final String CHECK =
            """
            async descriptor => {
              const {descriptorFaults} = await import('/app/submit/rules.js');
              return descriptorFaults(descriptor).map(fault => fault.field);
            }
            """;

    private final Path root =
            Home.find().root().resolve("ingest-service/src/main/resources/META-INF/resources");
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Chromium chromium;
    private PageVisitor visitor;

    @BeforeAll
    void start() throws IOException {
        assumeTrue(Chromium.find().isPresent(), "Its scripts are not tried: there is no Chromium");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        chromium = Chromium.start(Chromium.find().orElseThrow());
        URI home = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        visitor = chromium.visit(home, Chromium.Look.DESK);
        visitor.context().onRequest(request -> asked.add(request.url()));
        visitor.page().navigate(home + "/blank");
    }

    @AfterAll
    void end() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.stop(0);
        }
    }

    @Test
    void nothingActiveInADocumentReachesThePage() throws IOException {
        List<String> payloads = payloads();
        assertThat(payloads).hasSizeGreaterThan(50);
        Map<?, ?> shown = (Map<?, ?>) visitor.page().evaluate(SHOW, payloads);
        assertThat(shown.get("ran")).as("scripts that ran").isEqualTo(0);
        assertThat(asked).as("requests").noneMatch(url -> url.contains("canary"));
        assertThat((List<?>) shown.get("kept"))
                .isNotEmpty()
                .allSatisfy(
                        kept ->
                                assertThat(((String) kept).replaceFirst("(?s).* keeps ", ""))
                                        .doesNotContainPattern(
                                                "(?i)\\bon\\w+=|script|style|src=|canary|secret"
                                                        + "|href=(?!#|https)|ping=|evil"));
    }

    @Test
    void anEventStreamIsReadAlikeInPiecesOfAnySize() throws IOException {
        String stream =
                "retry: 1500\n: heartbeat\n\nid: 7\nevent: JobProgressed\ndata: {\"a\": 1}\n\n"
                        + "event: progress\ndata: {\"stage\":\"write\",\r\ndata: \"progress\":54}\r\n\r\n"
                        + "id: 8\ndata:plain\n\nid: 9\ndata: cut off";
        Object whole = visitor.page().evaluate(READ, List.of(stream, stream.length()));
        assertThat(JSON.readTree((String) whole).get(0)).hasSize(3);
        assertThat(JSON.readTree((String) whole).get(1).asText())
                .as("resumes after what was complete")
                .isEqualTo("8");
        assertThat(JSON.readTree((String) whole).get(2).asInt()).isEqualTo(1500);
        for (int size = 1; size < 30; size++) {
            assertThat(visitor.page().evaluate(READ, List.of(stream, size)))
                    .as("in pieces of %d", size)
                    .isEqualTo(whole);
        }
    }

    @Test
    void theFormFindsTheFaultsThatTheApiFinds() throws IOException {
        for (String text : descriptors()) {
            Descriptor descriptor = JSON.readValue(text, Descriptor.class);
            Object found = visitor.page().evaluate(CHECK, JSON.readValue(text, Map.class));
            assertThat((List<?>) found)
                    .as(text.length() > 200 ? text.substring(0, 200) : text)
                    .map(String.class::cast)
                    .containsExactlyInAnyOrderElementsOf(
                            descriptor.faults().stream().map(FieldError::field).toList());
        }
    }

    private static List<String> descriptors() {
        String form =
                "{\"moduleName\": \"%s\", \"version\": \"%s\", \"features\": [%s], \"actors\": [%s]}";
        String feature = "{\"id\": \"%s\", \"description\": \"%s\"}";
        String sound = feature.formatted("F-1", "does");
        List<String> all = new ArrayList<>();
        for (String name :
                List.of("", " ", "Shop", "समीक्षा सेवा", "a/b", "x".repeat(121), "é_1. -")) {
            all.add(form.formatted(name, "1", sound, ""));
        }
        for (String version : List.of("", " ", "1.0", "v".repeat(40), "v".repeat(41))) {
            all.add(form.formatted("Shop", version, sound, ""));
        }
        for (String id : List.of("", "a b", "F-1", "x".repeat(61), "एक", "a:b")) {
            all.add(form.formatted("Shop", "1", sound + "," + feature.formatted(id, "does"), ""));
        }
        for (String text : List.of("", " ", "does", "x".repeat(8000), "x".repeat(8001))) {
            all.add(form.formatted("Shop", "1", feature.formatted("A", text), ""));
            all.add(form.formatted("Shop", "1", sound, "\"" + text + "\""));
        }
        all.add(form.formatted("Shop", "1", "", ""));
        return all;
    }

    private static List<String> payloads() throws IOException {
        try (InputStream in = PageScriptsIT.class.getResourceAsStream("/page/payloads.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean script = path.endsWith(".js");
        byte[] body =
                script
                        ? Files.readAllBytes(root.resolve(path.substring(1)))
                        : "<!DOCTYPE html><title>blank</title><body>"
                                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

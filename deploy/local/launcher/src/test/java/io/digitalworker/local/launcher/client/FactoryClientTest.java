package io.digitalworker.local.launcher.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FactoryClientTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private FactoryClient client;

    @TempDir Path directory;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.start();
        client = new FactoryClient(address("/"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsArchiveAndDescriptorAsAForm() throws IOException {
        answer(
                "/v1/generate-spec",
                202,
                "{\"jobId\":\"j-1\",\"statusUrl\":\"http://x/j-1\",\"new\":1}");
        Path archive = Files.writeString(directory.resolve("a.zip"), "PK-bytes");
        Path descriptor = Files.writeString(directory.resolve("d.json"), "{\"moduleName\":\"M\"}");

        assertThat(client.submit(archive, descriptor).jobId()).isEqualTo("j-1");
        assertThat(received.get(0))
                .contains("name=\"archive\"; filename=\"archive.zip\"", "PK-bytes")
                .contains("name=\"descriptor\"", "{\"moduleName\":\"M\"}")
                .endsWith("--\r\n");
    }

    @Test
    void tellsARefusalWithItsCodeAndFields() {
        answer(
                "/v1/job-status/j-9",
                404,
                """
                {"type":"t","title":"There is no such job","status":404,"detail":"d","instance":"/",
                 "code":"JOB_NOT_FOUND","message":"There is no such job. Check.",
                 "details":[{"field":"jobId","message":"is not known"}],
                 "timestamp":"2026-03-01T12:00:00Z","requestId":"r"}
                """);

        assertThatThrownBy(() -> client.status("j-9"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(404))
                .hasMessage("JOB_NOT_FOUND: There is no such job. Check.\n  jobId is not known");
    }

    @Test
    void savesADownloadAndRefusesAnErrorPage() throws IOException {
        answer("/good", 200, "content");
        answer("/gone", 403, "<Error/>");
        Path file = directory.resolve("f");

        client.download(address("/good"), file);
        assertThat(file).hasContent("content");
        assertThatThrownBy(() -> client.download(address("/gone"), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("403");
    }

    private void answer(String path, int status, String body) {
        server.createContext(path, exchange -> answer(exchange, status, body));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}

package io.digitalworker.local.launcher.client;

import com.sun.net.httpserver.HttpServer;
import io.digitalworker.api.JobStatus;
import io.digitalworker.api.JobStatusView;
import io.digitalworker.api.JobStatusView.ArtifactView;
import io.digitalworker.api.JobStatusView.DeletionView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SavedArtifactsTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private HttpServer server;

    @TempDir Path out;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, CONTENT.length);
                    exchange.getResponseBody().write(CONTENT);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void savesEachUnderItsNameInTheJobsDirectory() throws Exception {
        Path saved = artifacts().save(job(artifact("diagrams/a.svg", sha256())));

        assertThat(saved).isEqualTo(out.resolve("j-1").toAbsolutePath());
        assertThat(saved.resolve("diagrams/a.svg")).hasBinaryContent(CONTENT);
    }

    @Test
    void refusesAFileThatIsNotWhatTheJobPublished() {
        assertThatThrownBy(() -> artifacts().save(job(artifact("srs.md", "0".repeat(64)))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("srs.md")
                .hasMessageContaining("hash");
        assertThat(out.resolve("j-1")).as("nothing is kept of it").isEmptyDirectory();
    }

    @Test
    void refusesANameThatLeadsOutOfItsDirectory() {
        assertThatThrownBy(() -> artifacts().save(job(artifact("../../x", sha256()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("leads out");
    }

    private SavedArtifacts artifacts() {
        return new SavedArtifacts(new FactoryClient(address()), out);
    }

    private ArtifactView artifact(String name, String sha256) {
        return new ArtifactView(name, CONTENT.length, sha256, address() + "f", NOW);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static String sha256() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
    }

    private static JobStatusView job(ArtifactView artifact) {
        return new JobStatusView(
                "j-1",
                JobStatus.Succeeded,
                "Shop",
                1,
                null,
                100,
                "publish",
                List.of(),
                NOW,
                NOW,
                NOW,
                null,
                List.of(artifact),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                new DeletionView("scheduled", NOW),
                null,
                null);
    }
}

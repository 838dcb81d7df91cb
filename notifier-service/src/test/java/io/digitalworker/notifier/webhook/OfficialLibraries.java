package io.digitalworker.notifier.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The libraries of Standard Webhooks that receivers use. */
final class OfficialLibraries {
    private static final Path NODE_HOME =
            Path.of(System.getProperty("user.home"), ".cache/digital-worker/standardwebhooks");
    private static final Path SCRIPT =
            Path.of("src/test/standardwebhooks/verify.js").toAbsolutePath();

    private OfficialLibraries() {}

    /** Whether the Java library accepts the request with that secret. */
    static boolean javaAccepts(Receiver.Call call, String secret) throws Exception {
        try {
            call.verify(secret);
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }

    /** Whether the JavaScript library does; skips the test where Node or it is missing. */
    static boolean nodeAccepts(Receiver.Call call, String secret) throws Exception {
        boolean there = Files.isDirectory(NODE_HOME.resolve("node_modules/standardwebhooks"));
        assumeTrue(there, "Not verified in JavaScript: .ci/run installs it into " + NODE_HOME);
        Map<String, Object> request =
                Map.of("body", call.body(), "headers", call.headers(), "secrets", List.of(secret));
        Process node =
                new ProcessBuilder("node", SCRIPT.toString())
                        .directory(NODE_HOME.toFile())
                        .redirectErrorStream(true)
                        .start();
        try {
            try (OutputStream in = node.getOutputStream()) {
                in.write(new ObjectMapper().writeValueAsBytes(request));
            }
            return verdict(node);
        } finally {
            node.destroyForcibly();
        }
    }

    private static boolean verdict(Process node) throws IOException, InterruptedException {
        String said = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(node.waitFor(30, TimeUnit.SECONDS)).as("node ends").isTrue();
        assertThat(said)
                .as("what the library says")
                .isIn("verified", "No matching signature found", "Message timestamp too old");
        return said.equals("verified");
    }

    /** The same request with another header. */
    static Receiver.Call with(Receiver.Call call, String header, String value) {
        Map<String, String> headers = new TreeMap<>(call.headers());
        headers.put(header, value);
        return new Receiver.Call(call.method(), call.path(), headers, call.body());
    }
}
